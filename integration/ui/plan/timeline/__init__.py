"""The timeline page: five ways to look at one plan."""
