"""Links as a table to download."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from integration.days import day_of, local
from integration.i18n.labels import part_name
from integration.views.kit.reader import Reader


def link_table(reader: Reader, listed: Sequence[Any], names: Mapping[str, str]) -> pd.DataFrame:
    """One row per link, with real moments; the secret itself is known to nobody."""
    say = reader.say
    return pd.DataFrame(
        {
            say("Page"): one.link.page,
            say("Partnerships"): ", ".join(names.get(each, "") for each in one.link.partnerships[:20]),
            say("Frozen on"): one.link.as_of and local(one.link.as_of),
            say("Last day"): day_of(one.link.expires_at),
            say("Left out"): ", ".join(part_name(say, part) for part in one.link.hides),
            say("PIN"): say("yes") if one.link.pin_hash else say("no"),
            say("State"): say("paused") if one.link.state == "paused" else say("ended") if not one.link.opens(reader.now) else say("open"),
            say("Opened"): one.opened,
            say("Last opened"): one.last_opened and local(one.last_opened),
            say("Made by"): one.maker,
            say("Made on"): one.link.made_at and local(one.link.made_at),
            say("Note"): one.link.note,
        }
        for one in listed
    )
