"""Mutations: what is changed, what is left alone, and how a mutant is named."""

import pytest

from tests.mutants.mutations import mutants


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("a < b", ["a < b → a <= b"]),
        ("a and not b", ["a and (not b) → a or not b", "a and (not b) → a and b"]),
        ("A = 100", ["A = 100 → A = 101"]),
        ("A = max(a, b).mean()", ["max(a, b).mean() → max(a, b).median()", "max(a, b) → min(a, b)"]),
        ("[a for a in b if a]", ["for a in b if a → for a in b"]),
        ("x['key']", ["x['key'] → x['keyx']"]),
        ("a - b - b", ["a - b → a + b", "a - b - b → a - b + b"]),
    ],
)
def test_each_kind_of_change(source, names):
    assert [one.name for one in mutants(source)] == [f"module: {name}" for name in names]


@pytest.mark.parametrize(
    "source", ['"""Said."""', "a: Literal['x']", "A = f('words for people')", "from a import b", "A = Literal['x']", "def f(a: int) -> C: pass"]
)
def test_words_types_and_imports_stay(source):
    assert [one.name for one in mutants(source)] == []


def test_a_mutant_is_named_by_its_function_and_the_same_change_by_its_number():
    names = [one.name for one in mutants("class C:\n    def f(self):\n        return {1: 1}\n")]

    assert names == ["C.f: {1: 1} → {2: 1}", "C.f: {1: 1} → {1: 2}"]
    assert [one.name for one in mutants("A = f(1)\nA = f(1)")][1].endswith("#2")
