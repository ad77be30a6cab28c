"""Freezing a pack: from what the store holds to one snapshot of plain values."""
