"""The look of packs: set by an administrator, kept with every pack that was published in it."""

import io
from dataclasses import replace

import pytest
from pptx import Presentation

from integration.errors import EditConflict, Invalid, NotAllowed, NotShared, SignInNeeded
from integration.model.pack import HouseStyle
from integration.services.core.identity import Credentials
from integration.services.pack import house_style, pack
from tests.examples import a_visit
from tests.reports.packs import PNG
from tests.reports.slides.test_template import a_template

ONE = pack.Wanted(("BRUG",))


def slides_of(visit, one):
    return Presentation(io.BytesIO(pack.file(visit, one, "pptx", "en")))


def test_a_pack_has_the_look_of_the_day_it_was_published(bridge):
    visit = a_visit(bridge)
    before = pack.publish(visit, ONE)
    stored = house_style.bring(visit, house_style.read(visit), "template", "school.pptx", a_template())
    dressed = pack.publish(visit, ONE)
    house_style.leave(visit, stored, "template")

    assert slides_of(visit, before).slide_width != slides_of(visit, dressed).slide_width == Presentation().slide_width
    assert stored.accent == "#7a1f5c" and house_style.read(visit).template == ""


def test_a_template_that_is_refused_changes_nothing(bridge):
    visit = a_visit(bridge)
    kept = house_style.bring(visit, HouseStyle(), "logo", "logo.png", PNG)

    with pytest.raises(Invalid, match="Nothing was saved"):
        house_style.bring(visit, kept, "template", "macros.pptm", a_template())
    assert house_style.read(visit) == kept and kept.logo_name == "logo.png"


def test_two_who_set_it_at_once_meet_and_nobody_else_sets_it(bridge):
    visit = a_visit(bridge)
    seen = house_style.read(visit)
    house_style.bring(visit, seen, "logo", "logo.png", PNG)

    with pytest.raises(EditConflict):
        house_style.bring(visit, seen, "logo", "other.png", PNG)
    with pytest.raises((NotAllowed, NotShared, SignInNeeded)):
        house_style.bring(replace(visit, credentials=Credentials()), seen, "logo", "logo.png", PNG)
