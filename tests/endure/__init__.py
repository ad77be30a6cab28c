"""Endurance: the store is killed, mutated and filled up, hundreds of times."""
