"""The demo: an invented portfolio with two years of weekly history."""
