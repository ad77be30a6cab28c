"""Portfolio: how everything stands in one sentence, what to decide, what turned, and where every partnership stands in the four domains."""

from integration.services.portfolio import portfolio, thresholds
from integration.ui.access.first_day import first_day_list
from integration.ui.exchange.take_along import take_everything
from integration.ui.forms.address_bar import asked_text
from integration.ui.frame.page import open_page
from integration.ui.kit.downloads import download_table
from integration.ui.kit.drawn import drawn
from integration.ui.kit.html import show
from integration.ui.kit.panels import heading, nothing_yet
from integration.ui.plan.update.archive import archived_list
from integration.ui.portfolio.filters import portfolio_asked, portfolio_filters, portfolio_pager
from integration.ui.portfolio.portfolio_page import portfolio_page
from integration.views.portfolio.portfolio_table import portfolio_table

with open_page(needs="read portfolio") as visit:
    read, limits = portfolio.read(visit), thresholds.read(visit)
    asked, day = portfolio_asked(read), asked_text("since")
    page = drawn(visit, "portfolio", lambda: portfolio_page(visit, read, asked, day, limits))

    if not page.view.total:
        heading(page.view.title, page.view.day)
        nothing_yet(visit)
        first_day_list(visit)
    else:
        show(page.heading, key="heading")
        first_day_list(visit)
        show(page.first, key="first")
        portfolio_filters(visit, read, asked)
        show(page.heat, key="heat")
        portfolio_pager(visit, page.view)
        show(page.rest, key="rest")
        download_table(visit, lambda: portfolio_table(visit.reader.say, read, asked), "portfolio")
        take_everything(visit)
    archived_list(visit)
