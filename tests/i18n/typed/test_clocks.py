"""Times as people type them."""

import pytest

from integration.i18n.typed.clocks import typed_clock


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14:30", "14:30"),
        ("9.05", "09:05"),
        ("14u30", "14:30"),
        ("14 uur", "14:00"),
        ("14h", "14:00"),
        ("9", "09:00"),
        ("1430", "14:30"),
        (" ", ""),
        ("25:00", "25:00"),
        ("14:75", "14:75"),
        ("half drie", "half drie"),
    ],
)
def test_a_time_is_read_in_the_ways_people_write_it(typed, read):
    assert typed_clock(typed) == read
