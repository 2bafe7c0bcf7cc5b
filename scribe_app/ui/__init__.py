"""The window; knows the domain and the ports, never a vendor by name."""
