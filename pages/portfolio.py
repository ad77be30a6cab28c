"""Portfolio: where every partnership stands in the four domains, what needs attention, what to decide, and what changed."""

from integration.services.changes import since
from integration.services.mirror import mirror
from integration.services.portfolio import calibration, portfolio, thresholds
from integration.services.register import register
from integration.ui.changes.since_list import since_groups, since_heading
from integration.ui.frame.page import open_page
from integration.ui.kit.downloads import download_table
from integration.ui.kit.html import show
from integration.ui.kit.panels import attention_list, heading, key_figures, nothing_yet
from integration.ui.kit.still import address_asks
from integration.ui.kit.verdict import cliff_warning_list
from integration.ui.portfolio.committee_lists import steering_panel
from integration.ui.portfolio.filters import portfolio_asked, portfolio_filters, portfolio_pager
from integration.ui.portfolio.heat_map import heat_map
from integration.views.changes.since import partnership_groups
from integration.views.portfolio.portfolio import portfolio_view
from integration.views.portfolio.portfolio_table import portfolio_table

with open_page(needs="read portfolio") as visit:
    say, read, limits = visit.reader.say, portfolio.read(visit), thresholds.read(visit)
    asked = portfolio_asked(read)
    view = portfolio_view(visit.reader, read, portfolio.trend(visit), asked, limits, calibration.of_portfolio(visit).share, mirror.shared_scores(visit))

    # Drawn before anything is sent: a browser shows a page sooner when its parts arrive together.
    overview = [key_figures(say, view.figures), attention_list(visit, view.attention, view.attention_count)] if view.total else []
    deciding = cliff_warning_list(say, view.cliff_warnings, named=True)
    drawn = heat_map(visit, view, limits)
    steering = steering_panel(visit, register.steering(visit, read.partnerships)) if visit.may("read register") else None

    heading(view.title, view.subtitle, *overview)
    if not view.total:
        nothing_yet(visit)
    else:
        portfolio_filters(visit, read, asked)
        show(drawn, key="heat")
        portfolio_pager(visit, view)
        download_table(visit, lambda: portfolio_table(visit.reader.say, read, asked), "portfolio")
        if deciding:
            show(deciding, key="deciding")
        if steering:
            show(steering, key="steering")
        day = address_asks().get("since", "")
        since_heading(visit, "portfolio", day, "")
        if day:
            found, touched = since.many(visit, view.ids, day)
            since_groups(visit, partnership_groups(visit.reader, found, read), touched - len(found))
