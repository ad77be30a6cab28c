"""What was found as markup: by kind, each hit a link to its thing, with what was asked marked."""

from integration.i18n.words import Words
from integration.services.core.visit import Visit
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el, joined
from integration.views.search.found import Found, GroupRows, HitRow, Marked, found_groups


def show_found(visit: Visit, typed: str, found: Found) -> None:
    """The hits, or what to do where there is none; how many there are is said to who hears the page."""
    say, groups = visit.reader.say, found_groups(visit.reader, found)
    if not typed.strip():
        words = say("Type what you look for: a milestone, a risk, a decision, a name, or a word of a report.")
        show(el("p", words, class_="muted"), key="found")
        return
    if found.short:
        show(el("p", say("Type at least two letters or digits."), class_="notice", role="status"), key="found")
        return
    total = sum(one.total for one in groups)
    counted = say.plural("{n} found", "{n} found", total) if total else say("Nothing was found for “{words}”.", words=typed.strip())
    show(
        joined(
            el("p", counted, class_="muted" if total else "notice", role="status"), _hint(say) if not total else None, *(_group(say, one) for one in groups)
        ),
        key="found",
    )


def _hint(say: Words) -> Markup:
    return el("p", say("Try fewer words, or a part of a word. Only what you may see is searched, and capitals and accents make no difference."), class_="muted")


def _group(say: Words, group: GroupRows) -> Markup:
    rest = group.total - len(group.rows)
    more = el("p", say.plural("{n} more; add a word to find it.", "{n} more; add a word to find them.", rest), class_="muted small") if rest > 0 else None
    head = el("h2", group.title, " ", el("span", str(group.total), class_="muted small"))
    return el("section", head, el("ul", *map(_row, group.rows), class_="log"), more)


def _row(row: HitRow) -> Markup:
    title = anchor(_marked(row.title), href=row.href, class_="linked tight")
    facts = el("div", row.facts, class_="small muted") if row.facts else None
    return el("li", title, facts, el("div", _marked(row.around), class_="small typed") if row.around else None)


def _marked(parts: Marked) -> Markup:
    return joined(*(el("mark", words) if found else words for words, found in parts))
