"""The command line for operators, and the socket through which a running app carries its commands out."""
