"""How this server is doing: what needs somebody, every fact with what to do, its work by the clock, its pages, and what failed."""

from integration.model.operating.server import Overview
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import anchor, el
from integration.ui.kit.table import table, titled
from integration.views.kit.address import address
from integration.views.operating.seen import failure_table, page_table
from integration.views.operating.server import fact_table, facts, verdict
from integration.views.operating.timed import work_table


def show_server(visit: Visit, found: Overview) -> None:
    """Everything, the most urgent first."""
    reader, told = visit.reader, facts(visit.reader, found)
    show(el("p", verdict(reader.say, told), class_="notice problem" if any(one.to_do for one in told) else "notice done", role="status"), key="verdict")
    show(table(visit.language, fact_table(reader, told)), key="facts")
    show(titled(visit.language, failure_table(reader, found.failures)), key="failures")
    show(titled(visit.language, work_table(reader, found.works)), key="timed-work")
    show(titled(visit.language, page_table(reader, found.pages)), key="pages")


def lead_to_server(visit: Visit, found: Overview) -> None:
    """The page in one sentence, and the way there."""
    reader, say = visit.reader, visit.reader.say
    link = anchor(say("Operations"), href=address(reader, "operations"))
    show(el("p", say("How this server is doing"), ": ", verdict(say, facts(reader, found)), " ", link, class_="notice"), key="server")
