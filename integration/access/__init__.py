"""Reaching people: who they are, and mail to them."""
