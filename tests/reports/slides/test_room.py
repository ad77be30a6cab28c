"""Room on a slide: words wrap at blanks, grow as far as they fit, and are cut at a word."""

from integration.reports.slides.room import PT, fitting, high, lines, longest_word, shortened, wide

LONG = "Wie het werk doet praat mee over het werk " * 6


def test_words_wrap_and_take_more_room_in_a_larger_size():
    room = wide("Wie het werk doet praat", 14)

    assert lines("Wie het werk doet praat", 14, room) == 1
    assert lines("Wie het werk doet praat mee", 14, room) == 2
    assert lines("een\ntwee", 14, room) == 2
    assert high([LONG], 20, room) > high([LONG], 14, room)


def test_a_word_wider_than_its_room_breaks_and_a_letter_of_another_script_is_wide():
    assert lines("a" * 100, 14, wide("a" * 30, 14)) == 4
    assert wide("日本", 14) > wide("ab", 14)
    assert longest_word("een langewoord", 14) == wide("langewoord", 14)


def test_words_are_as_large_as_they_fit_and_cut_where_they_never_do():
    room = 200 * PT

    assert fitting(["kort"], room, 100 * PT, 28) == 28
    size = fitting([LONG], room, 150 * PT, 28)
    assert 14 <= size < 28 and (size == 14 or high([LONG], size, room, 0.35) <= 150 * PT)
    cut = shortened(LONG, 14, room, 40 * PT)
    assert cut.endswith("…") and LONG.startswith(cut[:-1]) and high([cut], 14, room) <= 40 * PT
