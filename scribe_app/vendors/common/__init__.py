"""What vendors share; it knows none of them."""
