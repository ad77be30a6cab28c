"""How a server is doing, for who runs it."""
