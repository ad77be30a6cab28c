"""Palette: the only home of colours; those of Streamlit's two themes are read from .streamlit/config.toml, what those lack stands here."""

import re
import tomllib
from dataclasses import dataclass, fields
from typing import Any

from integration import ROOT

_THEMES: dict[str, dict[str, Any]] = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
_LIGHT, _DARK = _THEMES["light"], _THEMES["dark"]
WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, by what they are for; `on` is written on the main colour, `band` shades every other school year."""

    ink: str
    muted: str
    paper: str
    rule: str
    main: str
    on: str
    done: str
    late: str
    running: str
    target: str
    bad: str
    grid: str
    waiting: str
    band: str


def _theme(own: dict[str, Any], on: str, grid: str, waiting: str, band: str) -> Theme:
    return Theme(
        ink=own["textColor"],
        muted=own["grayTextColor"],
        paper=own["backgroundColor"],
        rule=own["borderColor"],
        main=own["primaryColor"],
        on=on,
        done=own["greenColor"],
        late=own["redColor"],
        running=own["blueColor"],
        target=own["yellowColor"],
        bad=own["redTextColor"],
        grid=grid,
        waiting=waiting,
        band=band,
    )


LIGHT = _theme(_LIGHT, on=WHITE, grid="#e2ddd2", waiting="#8b9397", band="rgba(11,93,107,.07)")
DARK = _theme(_DARK, on="#0c1416", grid="#2c373d", waiting="#7c888d", band="rgba(92,195,207,.09)")
CLEAR = "rgba(0,0,0,0)"

# On paper, in slides and in sheets: the light theme, with an amber that can be read on white.
INK, MUTED, PAPER, RULE, ACCENT = LIGHT.ink, LIGHT.muted, LIGHT.paper, LIGHT.rule, LIGHT.main
SOFT, STRIPE, HEAD, TRACK, AMBER, CONE = "#f4f1ea", "#faf9f5", _LIGHT["secondaryBackgroundColor"], LIGHT.grid, "#946000", "#b9cbe2"
_GREY = _LIGHT["grayColor"]
STRONG = {"green": LIGHT.done, "amber": AMBER, "red": LIGHT.late, "blue": LIGHT.running, "white": _GREY, "grey": _GREY, "": _GREY}
PALE = {
    "green": _LIGHT["greenBackgroundColor"],
    "amber": _LIGHT["yellowBackgroundColor"],
    "red": _LIGHT["redBackgroundColor"],
    "blue": "#dbe7f5",
    "white": SOFT,
    "grey": _LIGHT["grayBackgroundColor"],
    "": SOFT,
}
CHANCES = {"low": PALE["blue"], "middle": CONE, "high": "#94b0d8"}
PLANNED, DELIVERED, FORECAST = AMBER, LIGHT.done, LIGHT.running


def css_variables() -> str:
    """A stylesheet's head that names our colours (`--ink`, `--bad`, …), each following the light or dark scheme of the page."""
    names = ("ink", "paper", "rule", "main", "on", "bad")
    pairs = "; ".join(f"--{name}: light-dark({getattr(LIGHT, name)}, {getattr(DARK, name)})" for name in names)
    return f":root {{ {pairs} }}\n"


def style_variables() -> str:
    """The same for a page without Streamlit: every colour of its themes under the name that Streamlit gives it, and those of charts."""
    shown = {f"--st-{re.sub('([A-Z])', lambda found: '-' + found[1].lower(), key)}": (value, _DARK[key]) for key, value in _LIGHT.items() if key in _DARK}
    shown |= {f"--{one.name}": (getattr(LIGHT, one.name), getattr(DARK, one.name)) for one in fields(Theme)}
    shown["--st-blue-background-color"] = (PALE["blue"], "#1b2f45")
    pairs = "; ".join(f"{name}: light-dark({light}, {dark})" for name, (light, dark) in shown.items() if isinstance(light, str))
    return f":root {{ {pairs} }}\n"


def paper_variables() -> str:
    """Streamlit's own colour variables in the light theme: what is printed is on white, whatever the screen is."""
    names = {key: "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in key) for key, value in _LIGHT.items() if isinstance(value, str)}
    return "; ".join(f"--st-{name}: {_LIGHT[key]}" for key, name in names.items())
