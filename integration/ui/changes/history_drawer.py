"""The history drawer: everything that happened to one thing, opened by an address and closed by a link."""

from collections.abc import Mapping

from integration.services.core.visit import Visit
from integration.services.portfolio.partnership import Dossier
from integration.ui.kit.html import page_open, show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.ui.kit.still import address_asks
from integration.views.changes.difference import Difference
from integration.views.changes.history import HistoryEntry, HistoryView
from integration.views.kit.address import address


def history_drawer(visit: Visit, view: HistoryView) -> None:
    """The drawer under the page's heading."""
    say = visit.reader.say
    asked = {name: value for name, value in address_asks().items() if name not in ("history", "at", "lang", "asof")}
    close = anchor(say("Close"), href=address(visit.reader, page_open(), **asked))
    title = el("h2", say("History: {thing}", thing=view.title) if view.title else say("History"))
    show(
        el(
            "section",
            el("header", title, close),
            history_entries(visit, view),
            class_="drawer",
            aria_label=say("History"),
            data_at=f"history.{address_asks().get('history', '')}",
        ),
        key="drawer",
    )


def history_entries(visit: Visit, view: HistoryView) -> Markup:
    """Who, when, old → new, why; newest first."""
    return el("ol", *(_entry(visit, entry) for entry in view.entries), class_="log")


def _entry(visit: Visit, entry: HistoryEntry) -> Markup:
    say = visit.reader.say
    fields = el("dl", *(part for one in entry.fields for part in (el("dt", one.label), el("dd", _values(one)))), class_="lines")
    reason = el("div", el("span", say("Why"), ": ", class_="muted"), entry.reason) if entry.reason else None
    agreed = (el("div", f"✓ {say('{name} agreed on {when}', name=name, when=when)}") for name, when in entry.agreed)
    return el("li", el("div", el("strong", entry.what), f" · {entry.who} · {entry.when}"), fields, reason, *agreed)


def _values(one: Difference) -> Markup:
    if len(one.words) == 1:
        return joined(one.words[0])
    return joined(el("s", one.words[0], class_="muted"), " → ", one.words[1])


def past_links(visit: Visit, dossier: Dossier, names: Mapping[str, str]) -> None:
    """Links to the histories of lists, which open on the partnership's page."""
    hrefs = {one: address(visit.reader, "partnership", p=dossier.partnership.code, history=one) for one in names}
    links = (anchor(words, href=hrefs[one], class_="linked") for one, words in names.items())
    show(el("ul", *(el("li", link) for link in links), class_="agreed small"), key="pasts")
