"""What operators do with a store: look it over, back it up, put it back, and give commands while the app runs."""
