"""What each page shows, in the reader's language: one frozen dataclass and one builder per page."""
