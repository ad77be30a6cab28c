"""Sources: what can be searched, by which of its words, and on which page whoever asks may see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from integration.model.access.grant import Content, Grant, pages_showing
from integration.model.foundation import FoundationText
from integration.model.meeting import AgendaItem, Meeting
from integration.model.partnership import Partnership
from integration.model.plan.check_in import CheckIn
from integration.model.plan.milestone import Milestone
from integration.model.record import Record
from integration.model.register import Action, Decision, Issue, Risk
from integration.services.core.narrowing import NOTES

GUEST = "guest"
# Where a partnership itself is looked at, the page that tells most of it first.
OF_IT_ALL = ("partnership", "portfolio", "timeline", "domain")


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of thing that can be found: by its name, its notes, what only members read of it, and the people it names."""

    record: type[Record]
    content: Content
    names: tuple[str, ...] = ("title",)
    members: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The fields by what they are: names, notes, of members alone, people."""
        return self.names, NOTES.get(self.record, ()), self.members, self.people


SOURCES: tuple[Source, ...] = (
    Source(Partnership, "progress", ("code", "name"), people=("lead_id",)),
    Source(Milestone, "milestones", ("code", "title"), ("deliverable", "risk", "proof"), ("owner_id",)),
    Source(Risk, "register", people=("owner_id",)),
    Source(Issue, "register", people=("owner_id",)),
    Source(Action, "register", people=("owner_id",)),
    Source(Decision, "register", people=("asked_of_id", "decided_by_id")),
    Source(Meeting, "meetings", (), ("location", "guests", "invited_others", "notes")),
    Source(AgendaItem, "meetings", (), ("title", "why", "note")),
    Source(CheckIn, "reports", ()),
    Source(FoundationText, "foundation", ("text",)),
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where somebody may see one kind of thing: on which page, of which partnerships (None: all), in which domain, without which parts."""

    page: str
    partnerships: frozenset[str] | None
    domain: str
    hides: frozenset[str]
    member: bool

    def shows(self, about: str) -> bool:
        """Whether a partnership (by its id) is among them."""
        return self.partnerships is None or about in self.partnerships

    @property
    def whole(self) -> bool:
        """Whether the page tells more of a thing than its name."""
        return self.page not in ("timeline", "domain", "portfolio")


def scopes(grants: Iterable[Grant], source: Source) -> list[Scope]:
    """Where these grants show what comes from a source; who is in a partnership sees it all at once."""
    found: dict[tuple[str, str, frozenset[str], bool], list[frozenset[str] | None]] = {}
    for one in grants:
        if pages := _pages(one, source):
            found.setdefault((pages[0], one.domain, one.hides, one.role != GUEST), []).append(one.partnerships)
    return [Scope(page, _all_of(ids), domain, hides, member) for (page, domain, hides, member), ids in found.items()]


def _pages(grant: Grant, source: Source) -> Sequence[str]:
    if grant.thing:
        return ()
    if source.record is Partnership:
        shown = pages_showing(grant, "progress") or pages_showing(grant, "milestones")
        return [one for one in OF_IT_ALL if one in shown]
    # When meetings are is on other pages too; what was said there is not.
    return [one for one in pages_showing(grant, source.content) if source.content != "meetings" or one == "meeting"]


def _all_of(parts: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    return None if None in parts else frozenset().union(*(one for one in parts if one is not None))
