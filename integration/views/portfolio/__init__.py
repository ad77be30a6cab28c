"""What pages show about all partnerships, one partnership, one domain."""
