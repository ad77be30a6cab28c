"""What the browser gets beside words: our stylesheets, scripts and pictures."""

import hashlib
import json
from functools import cache
from pathlib import Path

import streamlit as st

from integration.charts.look import PAGE, stylesheet
from integration.palette import css_variables, paper_variables

HERE = Path(__file__).parent
FOLDER = "/look"
# Each script of a component, with the stylesheets that it puts on what it shows.
MODULES = {
    "linked": ("linked.css", "place.css", "pictures.css", "print.css"),
    "frame": ("frame.css",),
    "meeting_room": ("meeting_room.css",),
    "watching": (),
    "entering": (),
    "plan_table": ("linked.css", "plan_table.css"),
    "reports": ("linked.css", "reports.css"),
}
# What a script uses of others.
BESIDE = {"linked": ("pictures.js",), "frame": ("searching.js",), "plan_table": ("typing.js",), "reports": ("typing.js",)}
STYLED = """const sheet = new CSSStyleSheet();
sheet.replaceSync(%s);
function dress(root) {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
"""
# What every page needs, fetched beside Streamlit's own scripts instead of after them.
FIRST = ("linked", "frame", "watching")
# A tab keeps a failed import for as long as it lives, so a lost connection gets one more try.
FETCHED = """const at = location.origin + "%s";
export default (await import(at).catch(() => import(at + "?again"))).default;
"""


def asset(name: str) -> str:
    """The text of a stylesheet or script, such as `frame.css`."""
    return (HERE / name).read_text("utf-8")


@cache
def module(name: str) -> str:
    """A script with its stylesheets, as the browser fetches it once and keeps it."""
    css = "".join(asset(sheet) for sheet in MODULES[name])
    css = {"frame": css_variables(), "linked": stylesheet(PAGE) + f"@media print {{ .ineen {{ {paper_variables()} }} }}\n"}.get(name, "") + css
    return (STYLED % json.dumps(css) if css else "") + "".join(map(asset, (*BESIDE.get(name, ()), f"{name}.js")))


@cache
def modules() -> dict[str, str]:
    """Every script by the address it is fetched at; another text has another address."""
    return {_route(name): module(name) for name in MODULES}


def _route(name: str) -> str:
    return f"{FOLDER}/{name}-{hashlib.sha256(module(name).encode()).hexdigest()[:16]}.js"


def under_base(route: str) -> str:
    """A route of ours as a browser asks for it, where the whole app may stand under a path."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}{route}" if base else route


@cache
def address(name: str) -> str:
    """Where a browser finds a script."""
    return under_base(_route(name))


@cache
def script(name: str) -> str:
    """What a component is given as its script: one line that fetches the module."""
    return FETCHED % address(name)


def picture(name: str) -> str:
    """The path of a picture, such as `logo.svg`."""
    return str(HERE / name)
