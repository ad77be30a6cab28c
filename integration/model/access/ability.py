"""Abilities and roles: what a visit may need, named once so that nobody can misspell one, and which role gives what."""

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
    "comment",
]
ABILITIES: frozenset[Ability] = frozenset(Ability.__args__)  # type: ignore[attr-defined]

Role = Literal["administrator", "lead", "steering", "guest"]
MEMBER_ROLES: tuple[Role, ...] = ("lead", "steering")

GUEST: frozenset[Ability] = frozenset({"read portfolio", "read partnership", "read register"})
STEERING: frozenset[Ability] = GUEST | {"read history", "agree", "decide", "share", "comment"}
LEAD: frozenset[Ability] = STEERING | {"update plan", "report status", "set depth", "edit partnership", "update register", "run meeting", "publish"}
ABILITIES_OF: dict[Role, frozenset[Ability]] = {"administrator": ABILITIES, "lead": LEAD, "steering": STEERING, "guest": GUEST}
