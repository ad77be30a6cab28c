"""The fixed values of the glossary, from the models and the words that the screen shows."""

from collections.abc import Callable, Iterable
from typing import get_args

from integration.i18n import labels
from integration.i18n.formats import NOTHING
from integration.i18n.words import Words, words_in
from integration.measures.colour import COLOUR_OF
from integration.model.access.ability import Role
from integration.model.domain import GROUPS
from integration.model.foundation import THEMES
from integration.model.meeting import ORIGINS, MeetingState
from integration.model.mirror import State as GapState
from integration.model.organisation import KINDS as ORGANISATIONS
from integration.model.partnership import PHASES
from integration.model.plan.check_in import COLOURS
from integration.model.plan.depth import LEVELS
from integration.model.plan.milestone import CREDIT_LADDER, Gate
from integration.model.plan.scenario import State as ScenarioState
from integration.model.register import KINDS, Response
from integration.views.plan.milestone import SIGNS, state_name

FIELDS = ("strength", "shared gap", "blind spot", "talk first")
Name = Callable[[Words, str], str]


def fixed_values() -> str:
    """Every value a thing can have, as the store keeps it and as both languages say it."""
    tables = [
        _table("Domains and the foundation", GROUPS, labels.group_name),
        _table("Phases of a partnership", PHASES, labels.phase_name),
        _table("Kinds of organisation", ORGANISATIONS, labels.kind_name),
        _table("Credit of a milestone", map(str, CREDIT_LADDER), lambda say, step: labels.credit_name(say, int(step))),
        _table("State of a milestone", SIGNS, lambda say, state: f"{SIGNS[state]} {state_name(say, state)}"),  # type: ignore[index, arg-type]
        _table("What a milestone must satisfy besides", filter(None, get_args(Gate)), labels.gate_name),
        _table("Reported colour", COLOURS, lambda say, colour: f"{labels.colour_letter(say, colour)} {labels.colour_name(say, colour)}"),  # type: ignore[arg-type]
        _table(
            "Computed colour", dict.fromkeys(COLOUR_OF.values()), lambda say, colour: f"{labels.computed_sign(say, colour)} {labels.computed_name(say, colour)}"
        ),
        _table("Themes of the foundation", (*THEMES, "own"), labels.theme_name),
        _table("Where a statement of the Mirror lies", FIELDS, labels.field_name),
        _table("What was made of a gap", get_args(GapState), labels.state_word),
        _table("Risk or opportunity", KINDS, labels.risk_kind_name),
        _table("What is done about it", get_args(Response), labels.response_name),
        _table("State of a meeting", get_args(MeetingState), labels.state_word),
        _table("Where an item of the agenda comes from", ORIGINS, labels.origin_name),
        _table("State of a scenario", get_args(ScenarioState), labels.state_word),
        _table("Roles", get_args(Role), labels.role_name),
        *(_ladder(domain) for domain in ("general", *GROUPS[1:])),
    ]
    return "\n" + "\n".join(tables)


def _table(title: str, values: Iterable[str], name: Name) -> str:
    rows = [f"| `{value}` | {name(words_in('nl'), value)} | {name(words_in('en'), value)} |" for value in values]
    assert not [row for row in rows if f" {NOTHING} " in row], title
    return "\n".join([f"**{title}**", "", "| Stored | Dutch | English |", "|---|---|---|", *rows, ""])


def _computed(say: Words, colour: str) -> str:
    return f"{labels.computed_sign(say, colour)} {labels.computed_name(say, colour)}"


def _ladder(domain: str) -> str:
    title = "Depth, in general" if domain == "general" else f"Depth: {labels.group_name(words_in('en'), domain)}"

    def step(say: Words, level: str) -> str:
        return f"{labels.level_name(say, int(level))}: {labels.level_meaning(say, domain, int(level))}"

    return _table(title, map(str, LEVELS), step)
