"""The names of fixed values: every value has one in both languages, and no two share it."""

from typing import Any, get_args

import pytest

from integration.i18n import labels
from integration.i18n.words import words_in
from integration.model.access.grant import PARTS
from integration.model.domain import GROUPS
from integration.model.meeting import AgendaItem
from integration.model.mirror import MirrorRound
from integration.model.partnership import PHASES
from integration.model.plan.check_in import CheckIn
from integration.model.register import Risk

NL, EN = words_in("nl"), words_in("en")


def values(kind: Any, field: str) -> tuple[str, ...]:
    """The values that a field of a record may have."""
    return get_args(kind.__annotations__[field])


NAMED = {
    "group_name": GROUPS,
    "phase_name": PHASES,
    "kind_name": ("school", "company", "other", "risk", "opportunity"),
    "colour_name": values(CheckIn, "colour"),
    "computed_name": ("green", "amber", "red", "blue", "white", "grey"),
    "computed_sign": ("green", "amber", "red", "blue", "white", "grey"),
    "risk_kind_name": values(Risk, "kind"),
    "origin_name": values(AgendaItem, "origin"),
    "answering_name": values(MirrorRound, "answering"),
    "response_name": values(Risk, "response"),
    "part_name": PARTS,
}


@pytest.mark.parametrize("function", NAMED)
@pytest.mark.parametrize("say", [NL, EN], ids=["nl", "en"])
def test_every_value_has_a_name_and_no_two_share_it(function, say):
    names = [getattr(labels, function)(say, value) for value in NAMED[function]]

    assert len(names) > 1 and all(names) and len({*names}) == len(names)
    # One word is the same in English.
    assert {*names} & {*NAMED[function]} <= {"confidence"}


@pytest.mark.parametrize("state", ["planned", "running", "closed", "open", "applied", "dropped", "agenda", "declined", "milestone", "action"])
def test_every_state_has_a_word_in_both_languages(state):
    assert labels.state_word(NL, state) != labels.state_word(EN, state) or state in ("open", "milestone")
    assert labels.state_word(NL, state) and labels.state_word(EN, state)


def test_colour_never_stands_alone():
    letters = {colour: labels.colour_letter(NL, colour) for colour in ("green", "amber", "red", None)}

    assert letters == {"green": "G", "amber": "O", "red": "R", None: "–"}
    assert [labels.computed_sign(EN, colour) for colour in NAMED["computed_sign"]] == ["G", "A", "R", "✓", "○", "?"]
