"""What pages show about rounds, answers and what they show."""
