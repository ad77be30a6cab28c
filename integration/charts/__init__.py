"""Plotly figures from views."""
