"""People and what they may: persons, memberships, grants, abilities and share links."""
