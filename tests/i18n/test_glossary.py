"""The glossary says what the screen says, in both languages."""

from tests.docs.data_feeds import dictionary
from tests.docs.glossary import fixed_values
from tests.docs.write import COLUMNS, DATA, GLOSSARY, VALUES


def test_the_glossary_says_what_the_screen_says():
    found = VALUES.search(GLOSSARY.read_text("utf-8"))

    assert found and found.group() == fixed_values(), "write it with: python -m tests.docs.write"


def test_the_glossary_holds_both_languages_of_the_credit_ladder():
    assert "| `25` | Voorbereid | Prepared |" in GLOSSARY.read_text("utf-8")
    assert "| `50` | Draait bij één partner | Running at one partner |" in GLOSSARY.read_text("utf-8")


def test_the_columns_of_data_are_explained_in_both_languages():
    found = COLUMNS.search(DATA.read_text("utf-8"))

    assert found and found.group() == dictionary(), "write it with: python -m tests.docs.write"
