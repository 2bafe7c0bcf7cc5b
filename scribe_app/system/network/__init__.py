"""Lines and requests to vendors over the network."""
