"""The key figures of the portfolio: as its page says them, and as the oracle knows them."""

import re
from collections.abc import Iterable
from statistics import mean

from integration.i18n.words import words_in
from integration.model.text import Language
from tests.law.figures import Truth
from tests.oracle.colour import SILENT, half_up

NAMES = ("Partnerships at work", "Delivered", "Overdue milestones", "Silent partnerships")


def said(lines: Iterable[str], language: Language) -> dict[str, str]:
    """Each key figure by its English name; what it means may stand between its name and its number."""
    say, found, name = words_in(language), dict[str, str](), ""
    names = {say(one): one for one in NAMES}
    for line in lines:
        if name and re.fullmatch(r"[\d.,]+( %)?", line):
            found[name] = line.removesuffix(" %")
        name = names.get(line, name if name not in found else "")
    return found


def known(truths: Iterable[Truth]) -> dict[str, str]:
    """The same of the partnerships at work, worked out."""
    working = [one.whole for one in truths if one.whole.at_work]
    plans = [one.schedule for one in working if one.schedule]
    counts = (len(working), sum(len(one.late) for one in working), sum(one.silent_days > SILENT for one in working))
    delivered = {"Delivered": str(int(half_up(mean(100 * one.ev / one.bac for one in plans))))} if plans else {}
    return {**dict(zip((name for name in NAMES if name != "Delivered"), map(str, counts), strict=True)), **delivered}
