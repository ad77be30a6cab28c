"""What is measured on a plan: earned schedule, critical path, ripple, cliff and simulation."""
