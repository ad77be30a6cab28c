"""The registers of all partnerships on one page: matrices as tables, decisions by whom they wait for, and a line per partnership."""

from collections.abc import Sequence

from integration.measures.portfolio import Portfolio
from integration.measures.register import Registers
from integration.services.core.visit import Visit
from integration.ui.forms.address_bar import asked_number
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.pager import pager
from integration.ui.kit.panels import heading, key_figures
from integration.ui.kit.table import table
from integration.ui.portfolio.committee_lists import lines_of
from integration.views.register.all_registers import MatrixCell, RegistersView, registers_table, registers_view

Cells = Sequence[Sequence[MatrixCell]]


def show_registers(visit: Visit, read: Portfolio, found: Registers) -> None:
    """What may happen, what blocks and what waits, across the portfolio."""
    say, asked = visit.reader.say, asked_number("page")
    view = visit.remember("registers", lambda: registers_view(visit.reader, read, found, asked), visit.language, visit.reader.reach, asked, visit.grants)
    heading(say("Register"), say("Risks, issues, actions and decisions of every partnership."), key_figures(say, view.figures))
    show(joined(_matrices(visit, view), _lists(visit, view)), key="registers")
    show(_table(visit, view), key="per-partnership")
    pager(visit, "register", view.pages, view.page)
    download_table(visit, lambda: registers_table(visit.reader, read, found), "registers")


def _matrices(visit: Visit, view: RegistersView) -> Markup:
    say = visit.reader.say
    parts = (
        _matrix(visit, say("Risks before mitigation"), view.before),
        _matrix(visit, say("Risks after mitigation"), view.after),
        _matrix(visit, say("Opportunities"), view.chances, chance=True),
    )
    ages = el("p", view.ages, class_="muted small") if view.ages else None
    return el("section", el("h2", say("Probability and impact")), el("div", *parts, class_="matrices"), ages)


def _matrix(visit: Visit, title: str, rows: Cells, chance: bool = False) -> Markup:
    say = visit.reader.say
    head = el("tr", el("td", el("span", say("Probability"), class_="sr")), *(el("th", one, scope="col") for one in range(1, 6)))
    body = (el("tr", el("th", row[0].probability, scope="row"), *(_cell(cell, chance) for cell in row)) for row in rows)
    caption = el("caption", title)
    return el(
        "table",
        caption,
        el("thead", head),
        el("tbody", *body),
        el("tfoot", el("tr", el("td", f"{say('Probability')} ↑ · {say('Impact')} →", colspan=6))),
        class_="matrix",
    )


def _cell(cell: MatrixCell, chance: bool) -> Markup:
    return el("td", cell.count or "", class_=f"{'chance' if chance else cell.weight} {'some' if cell.count else 'none'}")


def _lists(visit: Visit, view: RegistersView) -> Markup:
    say = visit.reader.say
    asked = el("ul", *(el("li", name, el("div", words, class_="small muted")) for name, words in view.asked), class_="log") if view.asked else None
    whom = joined(el("h3", say("Whom they wait for")), asked) if asked else None
    decisions = el("article", el("h3", say("Decisions that wait")), lines_of(view.decisions, True, say("No decision waits.")), whom, class_="card")
    risks = el("article", el("h3", say("Heaviest risks")), lines_of(view.risks, True, say("No open risk is known.")), class_="card")
    return el("section", el("div", decisions, risks, class_="cards"))


def _table(visit: Visit, view: RegistersView) -> Markup:
    return joined(el("h2", visit.reader.say("Per partnership")), el("div", table(visit.language, view.lines), class_="scroll"))
