"""The weight of a result: near what it holds, whatever it is made of."""

import tracemalloc
from dataclasses import dataclass

import pandas as pd
import pytest

from integration.services.core.weight import weight


@dataclass(frozen=True)
class Kept:
    frame: pd.DataFrame
    names: tuple[str, ...]


def made(number: int) -> Kept:
    texts = [f"milestone of school {at}" for at in range(number)]
    frame = pd.DataFrame({"name": pd.Series(texts, dtype=object), "weight": [float(at) for at in range(number)]})
    return Kept(frame, tuple(f"{at} of a name that is long enough" for at in range(number)))


@pytest.mark.parametrize("wanted", [made, lambda number: {f"key {at}": [float(at), str(at) * 9] for at in range(number)}, lambda number: made(number).frame])
def test_a_large_result_weighs_about_what_it_takes(wanted):
    tracemalloc.start()
    kept = wanted(20_000)
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()

    assert taken / 2 < weight(kept) < 2 * taken


def test_what_holds_itself_is_weighed_too():
    inside: list[object] = []
    inside.append(inside)

    assert weight(inside) < 10_000
