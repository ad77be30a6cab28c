"""The shell: the page that a browser opens before any connection, and its habits: steps back, lost connections, words."""
