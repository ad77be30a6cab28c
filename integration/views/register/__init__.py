"""What pages show about risks, issues, actions and decisions."""
