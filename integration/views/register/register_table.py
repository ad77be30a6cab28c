"""Registers as tables to download, with real dates and plain numbers."""

from collections.abc import Mapping, Sequence

from integration.i18n.labels import response_name, risk_kind_name, state_word
from integration.measures.exposure import exposure
from integration.model.register import Action, Decision, Entry, Issue, Register, Risk
from integration.model.text import Text
from integration.views.kit.reader import Reader
from integration.views.kit.table import Column, Table, Value
from integration.views.register.register import EntryContext

LISTED: Mapping[str, type[Entry]] = {"risks": Risk, "issues": Issue, "actions": Action, "decisions": Decision}


def register_table(reader: Reader, register: Register, context: EntryContext, list_name: str) -> Table:
    """One list of a register, everything that is or was in it; its columns are those of an entry, whether there is one or not."""
    entries: Sequence[Entry] = getattr(register, list_name)
    titles = _row(reader, LISTED[list_name](partnership_id="", title=Text()), context)
    rows = tuple(tuple(_row(reader, one, context).values()) for one in entries)
    return Table(tuple(Column(title, title) for title in titles), rows)


def _row(reader: Reader, entry: Entry, context: EntryContext) -> dict[str, Value]:
    return {**_first(reader, entry), **_own(reader, entry, context), **_last(reader, entry, context)}


def _first(reader: Reader, entry: Entry) -> dict[str, Value]:
    return {reader.say("Title"): str(entry.title.reading(reader.language))}


def _own(reader: Reader, entry: Entry, context: EntryContext) -> dict[str, Value]:
    say = reader.say
    match entry:
        case Risk():
            return {
                say("Kind"): risk_kind_name(say, entry.kind),
                say("Probability"): entry.probability,
                say("Impact"): entry.impact,
                say("Exposure"): exposure(entry.probability, entry.impact),
                say("Probability after mitigation"): entry.probability_after,
                say("Impact after mitigation"): entry.impact_after,
                say("Exposure after mitigation"): exposure(entry.probability_after, entry.impact_after),
                say("Response"): response_name(say, entry.response),
                say("Mitigation"): str(entry.mitigation.reading(reader.language)),
                say("State"): state_word(say, entry.state),
            }
        case Issue():
            return {say("What it blocks"): str(entry.detail.reading(reader.language)), say("State"): state_word(say, entry.state)}
        case Action():
            return {say("Done on"): entry.done_on}
        case Decision():
            return _decided(reader, entry, context)


def _decided(reader: Reader, decision: Decision, context: EntryContext) -> dict[str, Value]:
    say, committee = reader.say, reader.say("steering committee")
    return {
        say("Asked on"): decision.asked_on,
        say("Asked of"): context.names.get(decision.asked_of_id) or committee,
        say("Needed by"): decision.needed_by,
        say("Days waited"): decision.waited(reader.today),
        say("Options"): str(decision.options.reading(reader.language)),
        say("Decided on"): decision.decided_on,
        say("Decision"): str(decision.decision.reading(reader.language)),
        say("Decided by"): (context.names.get(decision.decided_by_id) or committee) if decision.decided_on else "",
        say("Effect"): str(decision.effect.reading(reader.language)),
    }


def _last(reader: Reader, entry: Entry, context: EntryContext) -> dict[str, Value]:
    say = reader.say
    codes = ", ".join(context.milestones[key].code for key in entry.milestones if key in context.milestones)
    if isinstance(entry, Decision):
        return {say("Milestones"): codes}
    return {
        say("Raised on"): entry.raised_on,
        say("Owner"): context.names.get(entry.owner_id, ""),
        say("Partner"): context.names.get(entry.partner_id, ""),
        say("Due"): entry.due_on,
        say("Milestones"): codes,
    }
