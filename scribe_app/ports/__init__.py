"""The protocols that join the layers."""
