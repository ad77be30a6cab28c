"""What changed beside the plan, one plain sentence per change: the foundation, the Mirror, scenarios and holidays."""

from collections.abc import Iterator

from integration.i18n.formats import day, number
from integration.i18n.labels import gate_item_name, phase_name, state_word, theme_name
from integration.model.foundation import Agreement, FoundationText, Gate, Indicator, Measurement, Nuance, Objective, PhaseStep
from integration.model.mirror import FollowUp, MirrorRound
from integration.model.plan.holiday import Holiday
from integration.model.plan.scenario import Scenario
from integration.model.record import Record
from integration.views.changes.history import title_of
from integration.views.kit.reader import Reader


def foundation_sentences(reader: Reader, before: Record | None, after: Record) -> Iterator[str]:
    """The sentence about one change; `before` is None for what is new."""
    say, language = reader.say, reader.language
    match after:
        case FoundationText():
            theme = theme_name(say, after.theme)
            yield say("Shared words were written: {theme}", theme=theme) if before is None else say("The shared words changed: {theme}", theme=theme)
        case Nuance():
            yield say("A partner’s own words changed: {theme}", theme=theme_name(say, after.theme))
        case Agreement():
            yield say("A partner took back its agreement to shared words.") if after.removed else say("A partner agreed to shared words.")
        case Objective():
            yield _sentence(reader, before, after, say("Objective ‘{name}’", name=str(after.title.reading(language))))
        case Indicator():
            yield _sentence(reader, before, after, say("Indicator ‘{name}’", name=str(after.name.reading(language))))
        case Measurement():
            words = {"value": number(after.value, language, 0 if after.value == int(after.value) else 1), "day": day(after.measured_on, language)}
            yield say("A measurement was taken out: {value} on {day}.", **words) if after.removed else say("Measured: {value} on {day}.", **words)
        case Gate():
            item = gate_item_name(say, after.item)
            yield say("Checklist: ‘{item}’ is done.", item=item) if after.passed else say("Checklist: ‘{item}’ is open.", item=item)
        case PhaseStep():
            yield from _step(reader, after)
        case _:
            yield from _beside(reader, before, after)


def _beside(reader: Reader, before: Record | None, after: Record) -> Iterator[str]:
    say, language = reader.say, reader.language
    match after:
        case MirrorRound():
            closes = after.closed and not (isinstance(before, MirrorRound) and before.closed)
            subject = say("Mirror round ‘{name}’", name=str(after.name.reading(language)))
            yield say("{subject} was closed.", subject=subject) if closes else _sentence(reader, before, after, subject)
        case FollowUp():
            yield say("A gap of the Mirror: {state}.", state=state_word(say, after.state).lower())
        case Scenario():
            state = say("being weighed") if after.state == "open" else state_word(say, after.state).lower()
            yield say("Scenario ‘{name}’: {state}.", name=after.name, state=state)
        case Holiday():
            yield _sentence(reader, before, after, say("Holiday ‘{name}’", name=str(after.name.reading(language))))
        case _:
            yield _sentence(reader, before, after, title_of(reader, after))


def _step(reader: Reader, after: PhaseStep) -> Iterator[str]:
    say, phase = reader.say, phase_name(reader.say, after.new_phase).lower()
    if not after.missing:
        yield say("The step to {phase} was made with nothing missing.", phase=phase)
        return
    counted = say.plural("{n} point", "{n} points", len(after.missing))
    yield say("The step to {phase} was made with {points} missing; reason: {reason}", phase=phase, points=counted, reason=_reason(reader, after))


def _reason(reader: Reader, after: PhaseStep) -> str:
    return str(after.reason.reading(reader.language)) or "–"


def _sentence(reader: Reader, before: Record | None, after: Record, subject: str) -> str:
    if after.removed:
        return reader.say("{subject} was taken out.", subject=subject)
    return reader.say("{subject} was added.", subject=subject) if before is None else reader.say("{subject} was changed.", subject=subject)
