"""What is known of one server while it runs: its work by the clock, its pages, and what failed."""
