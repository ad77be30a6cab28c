"""What pages show about milestones, baselines, check-ins, depths and scenarios."""
