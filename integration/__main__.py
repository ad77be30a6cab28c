"""`python -m integration`: the command line."""

from integration.cli import main

main(prog_name="python -m integration")
