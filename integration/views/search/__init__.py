"""What a page shows of what was found."""
