"""Comments, and whom they name."""
