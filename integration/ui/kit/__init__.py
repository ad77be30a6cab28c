"""Pieces that every page is built from: markup, panels, charts, downloads, pager."""
