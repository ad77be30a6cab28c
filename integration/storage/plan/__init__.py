"""The plan as stored: milestones, baselines, check-ins, depths, scenarios and holidays."""
