"""An independent oracle: the numbers of the store worked out a second time, in plain Python and SQL of its own, without our measures."""
