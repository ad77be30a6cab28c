"""The pack on paper: its PDF, and the papers of meetings."""
