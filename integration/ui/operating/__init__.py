"""The parts of the page for who runs the server."""
