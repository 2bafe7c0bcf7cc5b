"""What breaks on purpose."""
