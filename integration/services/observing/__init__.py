"""What one server process notes of itself while it runs."""
