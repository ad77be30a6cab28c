"""Cells: their words without what nobody sees, and names as they are compared."""

from integration.i18n.typed.cell import folded, one_line, short, words_of


def test_words_of_a_cell_lose_what_nobody_sees_and_keep_their_lines():
    assert words_of(" een\r\ntwee\u200e ") == "een\ntwee"
    assert (words_of(None), words_of(3.0), words_of(2.5)) == ("", "3", "2.5")


def test_one_line_has_plain_spaces_dashes_and_digits():
    assert one_line("１\u00a0–\u200b ２\n3") == "1 - 2 3"


def test_names_are_compared_without_case_marks_and_accents():
    assert folded("  René_de-Vries ") == folded("rene de vries")


def test_a_sentence_repeats_only_a_part_of_a_page_that_was_pasted():
    assert short("x" * 10_000) == "x" * 39 + "…"
