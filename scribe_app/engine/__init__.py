"""Carries audio to any vendor and events back; owns the clock, replay and finishing."""
