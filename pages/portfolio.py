"""Portfolio: how everything stands in one sentence, what to decide, what turned, and where every partnership stands in the four domains."""

from integration.services.changes import since, turned
from integration.services.mirror import mirror
from integration.services.portfolio import calibration, portfolio, thresholds
from integration.services.register import register
from integration.ui.exchange.take_along import take_everything
from integration.ui.forms.address_bar import asked_text
from integration.ui.frame.page import open_page
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.markup import el, joined
from integration.ui.kit.panels import attention_list, fold, heading, key_figures, nothing_yet
from integration.ui.kit.verdict import rules
from integration.ui.portfolio.committee_lists import coming_and_heaviest
from integration.ui.portfolio.filters import portfolio_asked, portfolio_filters, portfolio_pager
from integration.ui.portfolio.heat_map import heat_map
from integration.ui.portfolio.overview import deciding, standing
from integration.ui.portfolio.since_panel import since_panel
from integration.views.portfolio.portfolio import portfolio_view
from integration.views.portfolio.portfolio_table import portfolio_table
from integration.views.portfolio.turned import since_words

with open_page(needs="read portfolio") as visit:
    say, read, limits = visit.reader.say, portfolio.read(visit), thresholds.read(visit)
    asked, day = portfolio_asked(read), asked_text("since")
    found = turned.read(visit, day or since.MEETING)
    when = since_words(visit.reader, found.days, day in ("", since.MEETING))
    scores, share = mirror.shared_scores(visit), calibration.of_portfolio(visit).share
    view = portfolio_view(visit.reader, read, portfolio.trend(visit), asked, limits, share, scores, found.rows, when)

    if not view.total:
        heading(view.title, view.day)
        nothing_yet(visit)
    else:
        # Drawn before anything is sent: a browser shows a page sooner when its parts arrive together.
        drawn, steering = heat_map(visit, view, limits.silent_days), register.steering(visit, read.partnerships) if visit.may("read register") else None
        rest = [
            fold(say("In numbers"), "numbers", key_figures(say, view.figures)),
            fold(say("Needs attention"), "attention", attention_list(visit, view.attention, view.attention_count)),
            *([coming_and_heaviest(visit, steering)] if steering else []),
            rules(say, visit, limits),
        ]
        standing(view)
        changed = since_panel(visit, view, read, day, when if len(found.days) == 1 else "")
        show(el("div", deciding(visit, view, steering), changed, class_="pair first"), key="first")
        portfolio_filters(visit, read, asked)
        show(drawn, key="heat")
        portfolio_pager(visit, view)
        show(joined(*rest), key="rest")
        download_table(visit, lambda: portfolio_table(visit.reader.say, read, asked), "portfolio")
        take_everything(visit)
