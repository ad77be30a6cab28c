"""What every verb stands on: the visit, who is asking, the open store, its cache, and what is left out for whom."""
