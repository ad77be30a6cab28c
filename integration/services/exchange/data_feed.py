"""What a shared link gives to spreadsheets and statistics: the tables of what its pages show, and nothing more."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from integration.errors import LinkNotOpen, LinkWithPin, TableUnknown
from integration.i18n.words import words_in
from integration.model.access.grant import Content, pages_showing
from integration.model.access.share_link import ShareLink
from integration.model.domain import DOMAINS, GROUPS
from integration.model.plan.check_in import in_force
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.services.access.preview import visit_of
from integration.services.core.host import Host
from integration.services.core.narrowing import names_shown, record_shown
from integration.services.core.visit import Visit
from integration.services.portfolio import portfolio
from integration.storage.core import event
from integration.storage.core.database import Cursor, Database
from integration.storage.core.records import latest
from integration.storage.plan.check_in import newest_check_ins
from integration.storage.plan.milestone import plans
from integration.views.exchange.data_rows import check_in_row, decision_row, domain_rows, entry_row, milestone_row, partnership_rows
from integration.views.exchange.data_table import DataTable, data_tables
from integration.views.kit.table import Value
from integration.views.portfolio.partnership import REPORTS_SHOWN

R = TypeVar("R", bound=Record)
# A column that a link leaves out is not there at all.
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "owners": frozenset({"owner"}),
    "notes": frozenset({"note", "done", "stuck", "need"}),
    "confidence": frozenset({"confidence"}),
}
DECISION_NOTES = frozenset({"decision", "options", "effect"})
# What only the page of a partnership tells of a milestone.
OF_THE_PARTNERSHIP = frozenset({"owner", "note"})
READ = "read data"


def tables_of(link: ShareLink) -> tuple[str, ...]:
    """The names of the tables that a link gives, by what its pages show; none where it asks for a PIN."""
    grant = link.grant()
    shown = {
        "partnerships": bool(pages_showing(grant, "progress")) and not link.domain,
        "domains": bool(pages_showing(grant, "progress")),
        "milestones": bool(pages_showing(grant, "milestones")),
        "check-ins": bool(pages_showing(grant, "reports")),
        "register": bool(pages_showing(grant, "register")),
        "decisions": bool(pages_showing(grant, "register")),
    }
    return tuple(name for name, given in shown.items() if given and not link.pin_hash)


def of_link(opened: Host, link: ShareLink, name: str) -> DataTable:
    """One table of a link; "columns" explains the columns of all the others. Raises LinkWithPin, LinkNotOpen, TableUnknown."""
    if link.pin_hash:
        raise LinkWithPin
    given, empty = tables_of(link), data_tables(words_in(link.language))
    if not given:
        raise LinkNotOpen
    if name == "columns":
        return _columns([_without(empty[one], link) for one in given], link)
    if name not in given:
        raise TableUnknown(name=name[:40], tables=", ".join((*given, "columns")))
    return _without(empty[name].filled([*READERS[name](opened, link)]), link)


def note_read(database: Database, link: ShareLink, now: datetime) -> None:
    """Let the audit tell that a link's data was read."""
    event.note(database, now, "", READ, link.id)


def _without(table: DataTable, link: ShareLink) -> DataTable:
    gone: set[str] = set().union(*(LEFT_OUT.get(part, frozenset()) for part in link.hides))
    if table.name == "decisions" and "notes" in link.hides:
        gone |= DECISION_NOTES
    if table.name == "milestones" and "partnership" not in pages_showing(link.grant(), "milestones"):
        gone |= OF_THE_PARTNERSHIP
    if table.name == "partnerships" and not pages_showing(link.grant(), "meetings"):
        gone.add("next_meeting_on")
    return table.without(gone)


def _columns(tables: Iterable[DataTable], link: ShareLink) -> DataTable:
    wanted = data_tables(words_in(link.language))["columns"]
    return wanted.filled([(table.name, one.name, one.kind, one.meaning) for table in tables for one in table.columns])


def _partnerships(opened: Host, link: ShareLink) -> Iterator[Sequence[Value]]:
    yield from partnership_rows(portfolio.read(_guest(opened, link, "progress")), link.language)


def _domains(opened: Host, link: ShareLink) -> Iterator[Sequence[Value]]:
    yield from domain_rows(portfolio.read(_guest(opened, link, "progress")), [link.domain] if link.domain else DOMAINS)


def _milestones(opened: Host, link: ShareLink) -> Iterator[Sequence[Value]]:
    guest = _guest(opened, link, "milestones")
    codes, hides, wanted = _sound(guest), frozenset(link.hides), [link.domain] if link.domain else GROUPS
    names, whole = names_shown(portfolio.read(guest).people, hides), guest.page == "partnership"
    for one in _read(guest, codes, plans):
        if one.domain in wanted and (whole or not one.cancelled):
            yield milestone_row(record_shown(one, hides), codes[one.partnership_id], names, link.language, guest.today)


def _check_ins(opened: Host, link: ShareLink) -> Iterator[Sequence[Value]]:
    guest = _guest(opened, link, "reports")
    codes, hides = _sound(guest), frozenset(link.hides)
    for one in in_force(_read(guest, codes, lambda cursor, ids, as_of: newest_check_ins(cursor, ids, REPORTS_SHOWN, as_of))):
        yield check_in_row(record_shown(one, hides), codes[one.partnership_id], link.language)


def _register(opened: Host, link: ShareLink) -> Iterator[Sequence[Value]]:
    guest = _guest(opened, link, "register")
    codes, hides = _sound(guest), frozenset(link.hides)
    names = names_shown(portfolio.read(guest).people, hides)
    entries: list[Risk | Issue | Action] = [*_read(guest, codes, _latest(Risk)), *_read(guest, codes, _latest(Issue)), *_read(guest, codes, _latest(Action))]
    for one in entries:
        yield entry_row(record_shown(one, hides), codes[one.partnership_id], names, link.language)


def _decisions(opened: Host, link: ShareLink) -> Iterator[Sequence[Value]]:
    guest = _guest(opened, link, "register")
    codes, hides = _sound(guest), frozenset(link.hides)
    for one in _read(guest, codes, _latest(Decision)):
        yield decision_row(record_shown(one, hides), codes[one.partnership_id], link.language, guest.today)


READERS: Mapping[str, Callable[[Host, ShareLink], Iterator[Sequence[Value]]]] = {
    "partnerships": _partnerships,
    "domains": _domains,
    "milestones": _milestones,
    "check-ins": _check_ins,
    "register": _register,
    "decisions": _decisions,
}


def _guest(opened: Host, link: ShareLink, content: Content) -> Visit:
    return visit_of(opened, link, pages_showing(link.grant(), content)[0]).in_domain(link.domain)


def _sound(guest: Visit) -> dict[str, str]:
    rows = portfolio.read(guest).partnerships
    return {str(one): str(code) for one, code in rows.code[~rows.broken].items()}


def _read(guest: Visit, codes: Mapping[str, str], query: Callable[[Cursor, Sequence[str], datetime | None], list[R]]) -> list[R]:
    if not codes:
        return []
    with guest.reading() as cursor:
        return query(cursor, [*codes], guest.as_of)


def _latest(kind: type[R]) -> Callable[[Cursor, Sequence[str], datetime | None], list[R]]:
    return lambda cursor, ids, as_of: latest(cursor, kind, as_of, f"partnership_id IN ({', '.join('?' * len(ids))})", ids)
