"""The rules of partnerships: frozen values, standard library only."""
