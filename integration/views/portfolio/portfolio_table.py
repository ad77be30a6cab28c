"""The whole matching portfolio as a table to download."""

import pandas as pd

from integration.days import days_of
from integration.i18n.labels import colour_name, computed_name, group_name, phase_name
from integration.i18n.words import Words
from integration.measures.portfolio import Portfolio
from integration.model.domain import DOMAINS
from integration.model.plan.check_in import COLOURS
from integration.model.text import Text
from integration.rounding import half_up
from integration.views.portfolio.portfolio import PortfolioChoices, matching_rows, ordered_rows, partner_names


def portfolio_table(say: Words, portfolio: Portfolio, asked: PortfolioChoices) -> pd.DataFrame:
    """The whole matching portfolio as a table to download: names, progress and depth per domain, reported colours."""
    matching = matching_rows(portfolio, asked)
    rows = ordered_rows(matching, portfolio.narrowed(matching.index), asked, say.language)
    domains = [asked.domain] if asked.domain else list(DOMAINS)
    colours = {colour: colour_name(say, colour) for colour in COLOURS}
    table = pd.DataFrame(
        {say("Code"): rows.code, say("Partnership"): [str(Text(nl, en).reading(say.language)) for nl, en in zip(rows.name_nl, rows.name_en, strict=True)]}
    )
    table[say("Partners")] = rows.partners.map(lambda ids: partner_names(portfolio, ids))
    table[say("Phase")] = [phase_name(say, phase) for phase in rows.phase]
    for domain in domains:
        cells = portfolio.domains.xs(domain, level="domain").reindex(rows.index)
        name = group_name(say, domain)
        table[f"{name}: {say('Delivered (%)')}"] = half_up(cells.delivered, 1)
        table[f"{name}: {say('Planned by now (%)')}"] = half_up(cells.due, 1)
        table[f"{name}: {say('Work under way (%)')}"] = half_up(cells.progress, 1)
        table[f"{name}: {say('Depth now')}"] = cells.current.astype("Int64")
        table[f"{name}: {say('Depth target')}"] = cells.target.astype("Int64")
        table[f"{name}: {say('Reported colour')}"] = cells.colour.map(colours)
        verdicts = portfolio.timed.domains.xs(domain, level="domain").reindex(rows.index)
        table[f"{name}: {say('Computed colour')}"] = verdicts.computed.map(lambda colour: computed_name(say, colour))
        table[f"{name}: {say('Pace, SPI(t)')}"] = half_up(verdicts.spi, 3)
    table[say("Delivered (%)")] = half_up(rows.delivered, 1)
    table[say("Planned by now (%)")] = half_up(rows.due, 1)
    table[say("Overdue milestones")] = rows.overdue
    table[say("Last update")] = days_of(rows.last_update)
    return table
