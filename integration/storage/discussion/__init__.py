"""Comments as stored."""
