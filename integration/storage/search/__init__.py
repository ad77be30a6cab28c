"""What is searched, as it is stored."""
