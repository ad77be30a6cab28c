"""The portfolio drawn: everything of its page that is no control, as markup."""

from dataclasses import dataclass

from integration.measures.portfolio import Portfolio
from integration.model.threshold import Thresholds
from integration.services.changes import since, turned
from integration.services.core.visit import Visit
from integration.services.mirror import mirror
from integration.services.portfolio import calibration, portfolio, since_when
from integration.services.register import register
from integration.ui.kit.markup import Markup, el, joined
from integration.ui.kit.panels import attention_list, fold, key_figures
from integration.ui.kit.verdict import rules
from integration.ui.portfolio.committee_lists import coming_and_heaviest
from integration.ui.portfolio.heat_map import heat_map
from integration.ui.portfolio.overview import deciding, standing
from integration.ui.portfolio.since_panel import since_panel
from integration.views.portfolio.portfolio import PortfolioChoices, PortfolioView, portfolio_view
from integration.views.portfolio.turned import since_words


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """The view, and its markup in the order of the page: how everything stands, what to decide beside what turned, the map, and the rest."""

    view: PortfolioView
    heading: Markup
    first: Markup
    heat: Markup
    rest: Markup


def portfolio_page(visit: Visit, read: Portfolio, asked: PortfolioChoices, day: str, limits: Thresholds) -> PortfolioPage:
    """The page for what is asked; `day` is that in the address ("" for none) since which changes count."""
    say, found = visit.reader.say, turned.read(visit, day or since.MEETING)
    read = since_when.told(visit, read, [*read.partnerships.index])
    when = since_words(visit.reader, found.days, day in ("", since.MEETING))
    scores, share = mirror.shared_scores(visit), calibration.of_portfolio(visit).share
    view = portfolio_view(visit.reader, read, portfolio.trend(visit), asked, limits, share, scores, found.rows, when)
    steering = register.steering(visit, read.partnerships) if visit.may("read register") else None
    changed = since_panel(visit, view, read, day, when if len(found.days) == 1 else "")
    rest = (
        fold(say("In numbers"), "numbers", key_figures(say, view.figures)),
        fold(say("Needs attention"), "attention", attention_list(visit, view.attention, view.attention_count)),
        coming_and_heaviest(visit, steering) if steering else None,
        rules(say, visit, limits),
    )
    first = el("div", deciding(visit, view, steering), changed, class_="pair first")
    return PortfolioPage(view, standing(view), first, heat_map(visit, view, limits.silent_days), joined(*rest))
