"""What the server does by itself, as stored."""
