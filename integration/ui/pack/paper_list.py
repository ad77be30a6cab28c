"""The papers as a list: a meeting each, with its agenda, its packs (PDF first, other forms in a menu), its minutes and its decisions."""

from collections.abc import Mapping, Sequence

from integration.reports.files import KINDS
from integration.services.core.visit import Visit
from integration.services.core.worker import FEW
from integration.services.meeting.paper import About
from integration.services.pack import papers
from integration.ui.kit.downloads import file_button
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined, nav_link
from integration.ui.meeting.paper_files import paper_files
from integration.ui.pack.pack_files import pack_file
from integration.views.pack.papers import Committee, PackLine, Sitting, sittings

SHOWN = 20


def paper_list(visit: Visit, about: Mapping[str, Committee], selections: bool) -> None:
    """What there is to read of these partnerships, newest first; the older ones fold away."""
    say, found = visit.reader.say, papers.read(visit, about, selections)
    rows = sittings(visit.reader, found.meetings, found.decided, found.packs, about)
    if not rows:
        show(el("p", say("There is nothing to read yet: no meeting was held, and no pack was published."), class_="notice"), key="papers")
        return
    first, rest = rows[:SHOWN], rows[SHOWN:]
    fold = el("summary", say.plural("{n} earlier meeting", "{n} earlier meetings", len(rest)))
    more = el("details", fold, _rows(visit, rest), id="papers-before") if rest else None
    show(joined(_rows(visit, first), more), key="papers")


def _rows(visit: Visit, rows: Sequence[Sitting]) -> Markup:
    return el("ul", *(_row(visit, one) for one in rows), class_="papers")


def _row(visit: Visit, one: Sitting) -> Markup:
    say = visit.reader.say
    about = el("span", f" · {one.about}", class_="muted") if one.about else None
    links = (
        nav_link(say("Agenda"), href=one.agenda, class_="linked"),
        nav_link(say("Minutes"), href=one.minutes, class_="linked"),
        nav_link(one.decided, href=one.decisions, class_="linked") if one.decided else None,
    )
    return el("li", el("h3", one.title, about), el("div", *(_pack(visit, line) for line in one.packs), *links, _forms(visit, one), class_="paper"))


def _forms(visit: Visit, one: Sitting) -> Markup | None:
    if not one.meeting:
        return None
    papers: tuple[About, ...] = ("minutes", "decisions") if one.minutes else ("agenda",)
    buttons = (file_button(visit, each) for each in paper_files(visit, one.code, one.meeting, one.day, *papers))
    return el("details", el("summary", visit.reader.say("To hand out")), el("div", *buttons, class_="files"), id=f"papers-{one.meeting}", class_="forms")


def _pack(visit: Visit, line: PackLine) -> Markup:
    words = el("span", anchor(line.words, href=line.href, class_="linked"), el("span", f" · {line.note}", class_="small muted") if line.note else None)
    # A pack of many is made on its own page, where one sees how far it is.
    if len(line.pack.members) > FEW:
        return el("span", words, class_="one-pack")
    first, *others = (file_button(visit, pack_file(visit, line.pack, kind)) for kind in KINDS)
    menu = el("details", el("summary", visit.reader.say("Other forms")), el("div", *others, class_="files"), id=f"forms-{line.pack.id}", class_="forms")
    return el("span", words, first, menu, class_="one-pack files")
