"""What a page shows of comments."""
