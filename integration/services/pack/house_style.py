"""The look of packs: a school's own template and logo, set by an administrator; a pack keeps the look of the day it was published."""

import base64
from dataclasses import replace
from typing import Literal

from integration.errors import Invalid
from integration.model.pack import HouseStyle, Pack
from integration.reports.look import Look
from integration.services.core.visit import Visit
from integration.services.core.worker import looked_over
from integration.storage.core.records import append
from integration.storage.pack import house_style

Part = Literal["template", "logo"]
NAME = 120


def read(visit: Visit) -> HouseStyle:
    """What is set at the visit's moment; ours where nothing is."""
    visit.require("manage settings")
    with visit.reading() as cursor:
        return house_style(cursor, visit.as_of) or HouseStyle()


def look_of(visit: Visit, pack: Pack) -> Look:
    """The look of a pack: what was set when it was published."""
    with visit.reading() as cursor:
        return as_look(house_style(cursor, pack.recorded_at))


def look_now(visit: Visit) -> Look:
    """The look of what is made now."""
    with visit.reading() as cursor:
        return as_look(house_style(cursor, visit.as_of))


def as_look(style: HouseStyle | None) -> Look:
    """The look that a record holds."""
    return Look(base64.b64decode(style.template), base64.b64decode(style.logo), style.accent) if style else Look()


def bring(visit: Visit, seen: HouseStyle, part: Part, name: str, data: bytes) -> HouseStyle:
    """Set the template or the logo; raises Invalid with what is wrong with the file, or EditConflict when somebody was first."""
    visit.require("manage settings")
    problems, accent = looked_over(part, name, data)
    if problems:
        raise Invalid(tuple(problems))
    kept = base64.b64encode(data).decode()
    shown = "".join(one for one in name if one.isprintable())[-NAME:]
    wanted = replace(seen, logo=kept, logo_name=shown) if part == "logo" else replace(seen, template=kept, template_name=shown, accent=accent)
    return _store(visit, wanted)


def leave(visit: Visit, seen: HouseStyle, part: Part) -> HouseStyle:
    """Go back to our own slides, or to none as a logo; packs of before keep what they had."""
    return _store(visit, replace(seen, logo="", logo_name="") if part == "logo" else replace(seen, template="", template_name="", accent=""))


def _store(visit: Visit, wanted: HouseStyle) -> HouseStyle:
    with visit.change("manage settings", "house style") as writing:
        return append(writing, [wanted])[0]
