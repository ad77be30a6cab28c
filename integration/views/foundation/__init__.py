"""What pages show about shared words, objectives and gates."""
