"""Registers as tables to download, with real dates and plain numbers."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from integration.i18n.labels import response_name, risk_kind_name, state_word
from integration.measures.register import exposure
from integration.model.register import Action, Decision, Entry, Issue, Register, Risk
from integration.views.kit.reader import Reader
from integration.views.register.register import EntryContext


def register_table(reader: Reader, register: Register, known: EntryContext, list_name: str) -> pd.DataFrame:
    """One list of a register, everything that is or was in it."""
    entries: Sequence[Entry] = getattr(register, list_name)
    return pd.DataFrame({**_first(reader, one), **_own(reader, one, known), **_last(reader, one, known)} for one in entries)


def _first(reader: Reader, one: Entry) -> dict[str, Any]:
    return {reader.say("Title"): str(one.title.reading(reader.language))}


def _own(reader: Reader, one: Entry, known: EntryContext) -> dict[str, Any]:
    say = reader.say
    match one:
        case Risk():
            return {
                say("Kind"): risk_kind_name(say, one.kind),
                say("Probability"): one.probability,
                say("Impact"): one.impact,
                say("Exposure"): exposure(one.probability, one.impact),
                say("Probability after mitigation"): one.probability_after,
                say("Impact after mitigation"): one.impact_after,
                say("Exposure after mitigation"): exposure(one.probability_after, one.impact_after),
                say("Response"): response_name(say, one.response),
                say("Mitigation"): str(one.mitigation.reading(reader.language)),
                say("State"): state_word(say, one.state),
            }
        case Issue():
            return {say("What it blocks"): str(one.detail.reading(reader.language)), say("State"): state_word(say, one.state)}
        case Action():
            return {say("Done on"): one.done_on}
        case Decision():
            return _decided(reader, one, known)


def _decided(reader: Reader, one: Decision, known: EntryContext) -> dict[str, Any]:
    say, committee = reader.say, reader.say("steering committee")
    return {
        say("Asked on"): one.asked_on,
        say("Asked of"): known.names.get(one.asked_of_id) or committee,
        say("Needed by"): one.needed_by,
        say("Days waited"): one.waited(reader.today),
        say("Options"): str(one.options.reading(reader.language)),
        say("Decided on"): one.decided_on,
        say("Decision"): str(one.decision.reading(reader.language)),
        say("Decided by"): (known.names.get(one.decided_by_id) or committee) if one.decided_on else "",
        say("Effect"): str(one.effect.reading(reader.language)),
    }


def _last(reader: Reader, one: Entry, known: EntryContext) -> dict[str, Any]:
    say = reader.say
    codes = ", ".join(known.milestones[key].code for key in one.milestones if key in known.milestones)
    if isinstance(one, Decision):
        return {say("Milestones"): codes}
    return {
        say("Raised on"): one.raised_on,
        say("Owner"): known.names.get(one.owner_id, ""),
        say("Partner"): known.names.get(one.partner_id, ""),
        say("Due"): one.due_on,
        say("Milestones"): codes,
    }
