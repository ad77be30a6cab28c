"""What the page for bringing a plan shows."""
