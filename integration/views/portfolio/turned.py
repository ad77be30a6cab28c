"""What turned since the last meeting, and the one sentence on top of the portfolio."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from integration.i18n.formats import day
from integration.i18n.labels import computed_name, group_name
from integration.measures.portfolio import Portfolio
from integration.views.kit.address import address
from integration.views.kit.reader import Reader
from integration.views.register.steering_lines import name_of

BETTER, WORSE = "▲", "▼"
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Turn:
    """One domain that turned: its sign, whose it is, how it turned in words, and where it stands."""

    sign: str
    name: str
    words: str
    cell_words: str
    href: str


def turns(reader: Reader, rows: pd.DataFrame, portfolio: Portfolio) -> dict[Key, Turn]:
    """The rows of measures.turned that are of this portfolio, in words, by partnership and domain."""
    known = portfolio.partnerships
    own = rows[rows.partnership.isin(known.index)]
    owners = {row.Index: row for row in known.loc[own.partnership.unique(), ["code", "name_nl", "name_en"]].itertuples()}
    return {(str(one.partnership), str(one.domain)): _turn(reader, one, owners[one.partnership]) for one in own.itertuples()}


def _turn(reader: Reader, one: Any, owner: Any) -> Turn:
    say, domain, better = reader.say, one.domain, one.better
    before, now = (computed_name(say, colour).lower() for colour in (one.before, one.now))
    told = {"domain": group_name(say, domain), "before": before, "now": now}
    words = say("{domain} better: from {before} to {now}", **told) if better else say("{domain} worse: from {before} to {now}", **told)
    was = say("better, was {colour}", colour=before) if better else say("worse, was {colour}", colour=before)
    return Turn(BETTER if better else WORSE, name_of(reader, owner), words, was, address(reader, "partnership", p=owner.code, at=domain))


def since_words(reader: Reader, days: Sequence[date], meetings: bool) -> str:
    """Since when, as part of a sentence: the day where it is one, else the last meetings."""
    if len(days) == 1:
        return reader.say("since {day}", day=day(days[0], reader.language))
    return reader.say("since the last meetings") if meetings else ""


def standing_sentence(reader: Reader, asking: int, total: int, decisions: int, since: str, found: Sequence[Turn]) -> str:
    """How the portfolio stands, in one sentence: what asks for attention, which decisions are late, and what turned."""
    say = reader.say
    late = say.plural("{n} decision past its date", "{n} decisions past their date", decisions) if decisions else say("no decision past its date")
    return "; ".join((_asking(reader, asking, total), late, *([f"{since} {_turned(reader, found)}"] if since else []))) + "."


def _asking(reader: Reader, asking: int, total: int) -> str:
    if not asking:
        return reader.say.plural("{n} partnership, and it asks for no attention", "None of {n} partnerships asks for attention", total)
    return reader.say.plural("{n} of {total} asks for attention", "{n} of {total} ask for attention", asking, total=total)


def _turned(reader: Reader, found: Sequence[Turn]) -> str:
    say, better = reader.say, sum(one.sign == BETTER for one in found)
    worse = len(found) - better
    if better and worse:
        return say.plural("{n} domain better, {worse} worse", "{n} domains better, {worse} worse", better, worse=worse)
    if better:
        return say.plural("{n} domain better", "{n} domains better", better)
    return say.plural("{n} domain worse", "{n} domains worse", worse) if worse else say("no colour turned")
