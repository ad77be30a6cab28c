"""What became of promises, worked out by hand: cliffs with their last day to decide, and what newer baselines moved."""
