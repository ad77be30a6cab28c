"""The whole matching portfolio as a table to download."""

from collections.abc import Iterator, Sequence

import pandas as pd

from integration.days import days_of
from integration.i18n.labels import colour_name, computed_name, group_name, phase_name
from integration.i18n.words import Words
from integration.measures.portfolio import Portfolio, within
from integration.model.domain import DOMAINS
from integration.model.plan.check_in import COLOURS
from integration.model.text import Text
from integration.rounding import half_up, one_decimal
from integration.views.kit.table import Column, Table, Value, values_of
from integration.views.portfolio.portfolio import PortfolioChoices, matching_rows, ordered_rows, partner_names


def portfolio_table(say: Words, portfolio: Portfolio, asked: PortfolioChoices) -> Table:
    """The whole matching portfolio, for a file: names, progress and depth per domain, reported and computed colours."""
    matching = matching_rows(portfolio, asked)
    rows = ordered_rows(matching, portfolio.narrowed(matching.index), asked, say.language)
    names = [str(Text(nl, en).reading(say.language)) for nl, en in zip(rows.name_nl, rows.name_en, strict=True)]
    return Table.of_columns(
        [
            (Column("code", say("Code")), values_of(rows.code)),
            (Column("partnership", say("Partnership")), names),
            (Column("partners", say("Partners")), [partner_names(portfolio, ids) for ids in rows.partners]),
            (Column("phase", say("Phase")), [phase_name(say, phase) for phase in rows.phase]),
            *(column for domain in ([asked.domain] if asked.domain else DOMAINS) for column in _domain(say, portfolio, rows, domain)),
            (Column("delivered", say("Delivered (%)")), values_of(one_decimal(rows.delivered))),
            (Column("planned", say("Planned by now (%)")), values_of(one_decimal(rows.due))),
            (Column("overdue", say("Overdue milestones")), values_of(rows.overdue)),
            (Column("updated", say("Last update")), values_of(days_of(rows.last_update))),
        ]
    )


def _domain(say: Words, portfolio: Portfolio, rows: pd.DataFrame, domain: str) -> Iterator[tuple[Column, Sequence[Value]]]:
    cells = within(portfolio.domains, domain).reindex(rows.index)
    verdicts = within(portfolio.timed.domains, domain).reindex(rows.index)
    colours = {colour: colour_name(say, colour) for colour in COLOURS}
    for title, values in (
        (say("Delivered (%)"), one_decimal(cells.delivered)),
        (say("Planned by now (%)"), one_decimal(cells.due)),
        (say("Work under way (%)"), one_decimal(cells.progress)),
        (say("Depth now"), cells.current.astype("Int64")),
        (say("Depth target"), cells.target.astype("Int64")),
        (say("Reported colour"), cells.colour.map(colours)),
        (say("Computed colour"), verdicts.computed.map(lambda colour: computed_name(say, colour))),
        (say("Pace, SPI(t)"), half_up(verdicts.spi, 3)),
    ):
        yield Column(f"{domain} {title}", f"{group_name(say, domain)}: {title}"), values_of(values)
