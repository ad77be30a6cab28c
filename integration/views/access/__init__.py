"""What pages show about signing in, people, links, the audit."""
