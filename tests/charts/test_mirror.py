"""The Mirror as a picture: a shape for each partner at its mean, joined by the gap."""

import pytest

from integration.charts.look import look
from integration.charts.mirror import mirror_chart
from integration.views.mirror.mirror import MirrorRow


def statement(text: str, *means: float | None, proposes: bool = False) -> MirrorRow:
    named = tuple((name, mean, "") for name, mean in zip(("School", "Company"), means, strict=True))
    return MirrorRow(text, "", text, named, None, "gap 2.0", "", "", "", "", "", proposes, "")


ROWS = [statement("Widest", 1.5, 3.5, proposes=True), statement("One only", 2.0, None), statement("Nobody", None, None)]


@pytest.mark.parametrize("dark", [False, True])
def test_each_partner_stands_at_its_means_with_a_shape_of_its_own(dark):
    school, company = (trace for trace in mirror_chart(ROWS, dark).data if trace.mode == "markers")

    assert (dict(zip(school.y, school.x, strict=True)), dict(zip(company.y, company.x, strict=True))) == ({1: 1.5, 0: 2.0}, {1: 3.5})
    assert school.marker.symbol != company.marker.symbol
    assert (school.name, company.name) == ("School", "Company")
    assert school.marker.line.color == look(dark).paper


def test_the_gap_joins_the_means_and_a_proposal_stands_out():
    one_only, widest = (trace for trace in mirror_chart(ROWS, False).data if trace.mode == "lines")

    assert ([*widest.x], [*one_only.x]) == ([1.5, 3.5], [2.0, 2.0])
    assert widest.line.color == look(False).late != one_only.line.color


def test_a_round_without_answers_is_an_empty_picture():
    assert len(mirror_chart([], False).data) == 0
