"""The lead's week: milestones, the four reports, what the committee will see, and one save."""
