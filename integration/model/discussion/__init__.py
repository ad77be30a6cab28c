"""What people say to each other about the work."""
