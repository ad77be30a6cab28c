"""The partnerships of a reader as cards, where an address names none: what is most urgent first."""

from integration.measures.portfolio import Portfolio
from integration.services.core.visit import Visit
from integration.services.portfolio import place, thresholds
from integration.ui.forms.partnership_choice import choose_partnership
from integration.ui.kit.html import show
from integration.ui.kit.markup import Markup, anchor, el
from integration.ui.kit.verdict import badge
from integration.views.portfolio.place import PlaceCard, place_cards
from integration.views.portfolio.portfolio import PortfolioChoices, ordered_rows

MOST = 12


def choose_place(visit: Visit, read: Portfolio, page: str) -> None:
    """A card for each partnership that this page opens on, and a list of them where there are more than a few."""
    rows = read.partnerships.loc[place.opened_by(visit, page, read.partnerships.index)]
    if len(rows) > MOST:
        choose_partnership(visit, read.narrowed(rows.index))
    ordered = ordered_rows(rows, read, PortfolioChoices(), visit.language).head(MOST)
    told = place.opened_by(visit, "partnership", ordered.index)
    cards = place_cards(visit.reader, ordered, read.timed.partnerships, thresholds.read(visit), page, told)
    show(el("div", *(_card(one) for one in cards), class_="cards places-to-go"), key="places")


def _card(card: PlaceCard) -> Markup:
    verdict, kind = card.verdict, card.verdict.colour if card.verdict else ""
    words = el("p", badge(verdict), " ", el("strong", verdict.name), f" – {card.reason}", class_="small") if verdict else None
    title = el("h2", anchor(el("span", card.name, class_="name"), href=card.href))
    meeting = el("p", card.meeting, class_="small muted") if card.meeting else None
    return el("article", title, words, meeting, class_=f"card {kind}")
