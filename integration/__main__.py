"""`python -m integration`: the command line."""

from integration.cli.commands import main

main(prog_name="python -m integration")
