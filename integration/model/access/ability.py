"""Abilities: what a visit may need, named once so that a page or a service cannot misspell one."""

from typing import Literal

Ability = Literal[
    "read portfolio",
    "read partnership",
    "read history",
    "read register",
    "read audit",
    "read scans",
    "update plan",
    "report status",
    "set depth",
    "manage partnerships",
    "edit partnership",
    "manage scans",
    "manage settings",
    "manage people",
    "agree",
    "share",
    "update register",
    "decide",
    "run meeting",
    "publish",
]
ABILITIES: frozenset[Ability] = frozenset(Ability.__args__)  # type: ignore[attr-defined]
