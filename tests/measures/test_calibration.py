"""Calibration: how often green was green."""

import pandas as pd

from integration.measures.calibration import calibration


def test_green_meant_green_in_a_share_of_the_weeks():
    rows = [("v", "green", "green"), ("v", "green", "blue"), ("v", "green", "red"), ("v", "red", "red"), ("d", "amber", "green")]
    found = calibration(pd.DataFrame(rows, columns=["lead", "reported", "computed"]), ["lead"])

    assert [*found.index] == ["v"]
    assert (found.green.v, found.right.v, round(found.share.v, 2)) == (3, 2, 66.67)
