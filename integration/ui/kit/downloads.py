"""Downloads: buttons that lead to files of ours, each made only when somebody asks for it."""

from collections.abc import Callable
from dataclasses import dataclass

from integration.exchange.table import csv_bytes
from integration.exchange.workbook import xlsx_bytes
from integration.i18n.words import words_in
from integration.services.access.download import address_of
from integration.services.core.host import host
from integration.services.core.offers import Offer
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, el
from integration.ui.kit.still import address_asks, making
from integration.views.kit.table import Table

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class File:
    """One file as a page offers it: its button, its name, and how it is made; `noted` and `again` as in services.core.offers."""

    label: str
    name: str
    kind: str
    make: Callable[[], bytes | str]
    noted: str = ""
    again: tuple[str, ...] = ()
    icon: str = "download"


def downloads(visit: Visit, *offered: File, key: str) -> None:
    """Buttons that download these files; they are forms of their own, so that they work while the page itself is away."""
    if making():
        return
    show(el("div", *(file_button(visit, one) for one in offered), class_="files"), key=f"files-{key}")


def download_table(visit: Visit, table: Callable[[], Table], name: str) -> None:
    """Buttons that download the table as CSV and as an Excel workbook, named after what it holds and the day."""
    say, file = words_in(visit.language), f"ineen-{name}-{visit.today.isoformat()}"
    downloads(
        visit,
        File(say("Download as CSV"), f"{file}.csv", "text/csv; charset=utf-8", lambda: csv_bytes(table(), visit.language), name),
        File(say("Download for Excel"), f"{file}.xlsx", EXCEL, lambda: xlsx_bytes(table(), name), name),
        key=name,
    )


def file_button(visit: Visit, one: File) -> Markup:
    """A button that downloads a file: a form of its own."""
    icon = el("span", one.icon, class_="icon", aria_hidden="true")
    return el("form", el("button", icon, one.label, class_="file", type="submit"), method="get", action=address_on_page(visit, one))


def address_on_page(visit: Visit, one: File) -> str:
    """Where a file of this page is fetched."""
    # What the reader chose stands in the address, so two choices are two files; the tab of another day is another page.
    where = repr(sorted(address_asks().items()))
    return address_of(host(), Offer(visit, one.name, one.kind, one.make, one.noted, one.again), where)
