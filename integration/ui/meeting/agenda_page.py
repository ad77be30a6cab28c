"""The agenda of a meeting as a page of its own: to read beforehand, to share by a link, to print and to take along."""

from integration.model.meeting import Meeting
from integration.services.core.visit import Visit
from integration.services.meeting import handed_out, paper
from integration.services.portfolio import portfolio
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.panels import heading, nothing_here
from integration.ui.meeting.agenda_files import agenda_files
from integration.ui.portfolio.place import place
from integration.views.kit.address import address
from integration.views.meeting.meeting import when_and_where
from integration.views.meeting.paper import Item, Paper


def show_agenda(visit: Visit, dossier: Dossier, one: Meeting) -> None:
    """When, where and with whom, and each item with why it is asked."""
    say, code = visit.reader.say, dossier.partnership.code
    told = paper.paper(visit, dossier, one, "agenda")
    href = address(visit.reader, "meeting", p=code, m="" if one.state != "closed" else one.id)
    back = el("p", anchor(say("To the meeting"), href=href, class_="linked"), class_="small") if href else None
    place(visit, dossier.partnership, el("h2", say("Agenda")), _passed(visit, one), back)
    show(_agenda(told), key="agenda")
    agenda_files(visit, dossier, one)


def _passed(visit: Visit, one: Meeting) -> Markup | None:
    say = visit.reader.say
    words = {"planned": "", "running": say("This meeting is being held."), "closed": say("This meeting was held; this is what was on its agenda.")}[one.state]
    return el("p", words, class_="notice") if words else None


def _agenda(told: Paper) -> Markup:
    [section] = told.sections
    facts = el("dl", *(el("div", el("dt", label), el("dd", words)) for label, words in told.facts), class_="facts")
    items = (
        el("ol", *(_item(at, one) for at, one in enumerate(section.items, start=1)), class_="log")
        if section.items
        else el("p", section.nothing, class_="muted")
    )
    return el("article", facts, items, class_="minutes")


def _item(at: int, one: Item) -> Markup:
    return el("li", el("strong", f"{at}. {one.title}"), *(el("div", line, class_="small muted") for line in one.lines))


def choose_agenda(visit: Visit) -> None:
    """The agendas that this reader may read, where an address names none."""
    say, rows = visit.reader.say, portfolio.read(visit).partnerships
    heading(say("Agenda"), say("What is talked about in the next meetings of steering committees."))
    names = dict(zip(rows.index, zip(rows.code, rows[f"name_{visit.language}"], strict=True), strict=True))
    found = [one for one in handed_out.agendas(visit) if one.partnership_id in names]
    if not found:
        nothing_here(say("No meeting is prepared."))
        return
    links = (_line(visit, one, *names[one.partnership_id]) for one in found)
    show(el("ul", *links, class_="agreed"), key="agendas")


def _line(visit: Visit, one: Meeting, code: str, name: str) -> Markup:
    when = " · ".join(when_and_where(visit.reader, one))
    link = anchor(name, href=address(visit.reader, "agenda", p=code, m=one.id), class_="linked")
    return el("li", joined(link, f" · {when}" if when else None))
