"""What a consultation is: plain frozen data and pure functions."""
