"""Domain: one domain compared across partnerships, and its depth ladder explained."""

from integration.charts.domain import domain_chart
from integration.errors import DomainNotFound
from integration.model.domain import DOMAINS
from integration.services.portfolio import domain, portfolio, since_when, thresholds
from integration.ui.frame.page import open_page
from integration.ui.kit.charts import Chart, chart
from integration.ui.kit.downloads import download_table
from integration.ui.kit.panels import nothing_yet
from integration.ui.kit.still import address_asks, subheading
from integration.ui.portfolio.domain_comparison import compared_table, domain_heading, ladder_table, late_table
from integration.views.portfolio.domain import domain_table, domain_view

with open_page(needs="read portfolio") as opened:
    chosen = address_asks().get("d", DOMAINS[0])
    if chosen not in DOMAINS:
        raise DomainNotFound(code=chosen[:40])
    visit = opened.in_domain(chosen)
    say, read, limits = visit.reader.say, portfolio.read(visit), thresholds.read(visit)
    read = since_when.told(visit, read, [*read.partnerships.index])
    view = domain_view(visit.reader, chosen, read, domain.late_milestones(visit, chosen), limits)

    domain_heading(visit, view)
    if not view.total:
        nothing_yet(visit)
    else:
        subheading(say("Who is furthest"))
        title = f"{view.title} – {say('Who is furthest')}"
        chart(visit, Chart("furthest", title, view.in_words, lambda width: domain_chart(say, view.furthest, width)))
        compared_table(visit, view, limits)
        download_table(visit, lambda: domain_table(visit.reader, chosen, read, limits), f"domain-{chosen}")
        late_table(visit, view)
    ladder_table(visit, view)
