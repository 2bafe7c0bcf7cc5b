"""One small sans-IO file for each speech vendor."""
