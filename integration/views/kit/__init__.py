"""What every view is given: the reader, and the addresses of pages."""
