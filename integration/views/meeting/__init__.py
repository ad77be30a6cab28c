"""What pages show about the agenda, the meeting and its minutes."""
