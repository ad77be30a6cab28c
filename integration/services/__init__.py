"""The verbs: the only place where reading, rules and writing meet."""
