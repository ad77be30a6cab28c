"""Abilities: what a visit may need, named once so that a page or a service cannot misspell one."""

from typing import Literal

Ability = Literal["read portfolio", "read partnership", "update plan", "report status", "set depth", "manage partnerships", "manage settings", "agree"]
ABILITIES: frozenset[Ability] = frozenset(Ability.__args__)  # type: ignore[attr-defined]
