"""Files are read in a process of their own, and come back as they are."""

import resource
import subprocess
import sys
from datetime import date

import pytest

from integration import ROOT
from integration.errors.exchange import FileNotPlan, FileTooSlow
from integration.exchange.read import apart
from integration.exchange.read.apart import read_apart
from integration.exchange.read.kind import read
from tests.exchange.read.files import HEADED, MSPDI, xlsx


@pytest.mark.parametrize("data", [MSPDI.encode(), xlsx([HEADED, ["HRM", "H1", "Eén", date(2026, 1, 5), None, 0.5]], hidden=[1], merged=[(0, 3, 0, 4)])])
def test_a_book_travels_whole(data):
    here, there = read(data), read_apart(data)

    assert (here.kind, here.sheets) == (there.kind, there.sheets)


def test_a_refusal_travels_with_its_details():
    with pytest.raises(FileNotPlan) as told:
        read_apart(b"\x89PNG\r\n\x1a\n\x00\x00")

    assert told.value.details == {"what": "PNG"}


def test_who_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.001)

    with pytest.raises(FileTooSlow):
        read_apart(MSPDI.encode())


def test_the_limits_are_not_those_of_this_process():
    read_apart(MSPDI.encode())

    assert resource.getrlimit(resource.RLIMIT_AS)[0] != apart.MEMORY


def test_a_process_that_reads_does_not_wait_for_pandas():
    asked = "import sys, integration.exchange.read.__main__; print('pandas' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)

    assert told.stdout == "False\n"
