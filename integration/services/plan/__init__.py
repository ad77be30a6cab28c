"""Verbs about milestones, baselines, check-ins, depths and scenarios."""
