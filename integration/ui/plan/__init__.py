"""The plan on the screen: looking at it in time, and updating it."""
