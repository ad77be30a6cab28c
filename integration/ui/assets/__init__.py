"""What the browser gets beside words: our stylesheets, scripts and pictures."""

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def asset(name: str) -> str:
    """The text of a stylesheet or script, such as `frame.css`."""
    return (HERE / name).read_text("utf-8")


def picture(name: str) -> str:
    """The path of a picture, such as `logo.svg`."""
    return str(HERE / name)
