"""Portfolio: where every partnership stands in the four domains, and what needs attention."""

from integration.services import portfolio
from integration.ui.downloads import download_table
from integration.ui.filters import portfolio_asked, portfolio_filters, portfolio_pager
from integration.ui.heat_map import heat_map
from integration.ui.linked import show
from integration.ui.page import open_page
from integration.ui.panels import attention_list, heading, key_figures, nothing_yet
from integration.views.portfolio import portfolio_table, portfolio_view

with open_page(needs="read portfolio") as visit:
    read = portfolio.read(visit)
    asked = portfolio_asked(read)
    view = portfolio_view(visit.reader, read, portfolio.trend(visit), asked)

    # Drawn before anything is sent: a browser shows a page sooner when its parts arrive together.
    overview = [key_figures(view.figures), attention_list(visit, view.attention, view.asking)] if view.total else []
    drawn = heat_map(visit, view)

    heading(view.title, view.subtitle, *overview)
    if not view.total:
        nothing_yet(visit)
    else:
        portfolio_filters(visit, read, asked)
        show(drawn, key="heat")
        portfolio_pager(visit, view)
        download_table(visit, lambda: portfolio_table(visit.reader.say, read, asked), "portfolio")
