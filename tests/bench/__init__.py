"""Timings that the project promises, measured on this machine in one run: `make bench`."""
