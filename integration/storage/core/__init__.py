"""The store itself: the file, rows and records, history, events, and many versions at once."""
