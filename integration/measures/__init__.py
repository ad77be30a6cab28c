"""Pure arithmetic over frames: progress, depth, overdue, freshness. Worked values stand in the tests."""
