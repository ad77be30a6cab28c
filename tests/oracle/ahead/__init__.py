"""What lies ahead of a plan, worked out by hand: its network, how sure its end is, its curve, and whether leads' green was green."""
