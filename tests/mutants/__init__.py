"""Mutation testing: whether a test fails when a rule is changed."""
