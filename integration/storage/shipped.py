"""What ships with the program: the plan template, the Mirror's statements, ready objectives, school holidays, and the recipe of the demo; read from data/."""

import json
from typing import Any

from integration import ROOT


def template_rows() -> list[dict[str, Any]]:
    """The rows of the plan template."""
    return _shipped("plan-template.json", "rows")


def shipped_statements() -> list[dict[str, Any]]:
    """The statements of the Mirror: theme, nl, en."""
    return _shipped("mirror-statements.json", "statements")


def ready_objectives() -> list[dict[str, Any]]:
    """Objectives with an indicator and what it counts: code, theme, and per language the titles, the unit and the definition."""
    return _shipped("ready-objectives.json", "rows")


def shipped_holidays() -> list[dict[str, Any]]:
    """School holidays of the Dutch regions: nl, en, and per region the first and the last day."""
    return _shipped("school-holidays.json", "holidays")


def demo_recipe() -> dict[str, Any]:
    """Organisations, people, partnerships and phrases of the demo; all invented."""
    recipe: dict[str, Any] = _read("demo.json")
    return recipe


def _shipped(name: str, key: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _read(name)[key]
    return rows


def _read(name: str) -> Any:
    return json.loads((ROOT / "data" / name).read_text("utf-8"))
