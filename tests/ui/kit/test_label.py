"""Labels: what somebody typed is neither link, picture, colour nor icon, and reads as it was typed."""

import pytest

from integration.ui.kit.label import label


@pytest.mark.parametrize(
    "words",
    [
        "[x](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "https://evil.example",
        "WWW.evil.example",
        "mail@evil.example",
        ":red[careful]",
        ":smile:",
        ":material/home:",
        "$x^2$",
        "**loud**",
        "`code`",
        "# heading",
        "- item",
        "1. item",
        "<b>bold</b>",
        "&lt;",
        "-->",
    ],
)
def test_a_label_is_no_markdown_and_reads_as_typed(words):
    shown = label(words)

    assert shown != words
    assert shown.replace("\u2060", "").replace("\\", "") == words


@pytest.mark.parametrize("words", ["HRM: de mentor (groep 2), 3–4 uur/week", "R&D", "it’s 10 % done!", "Zorg-Noord"])
def test_plain_words_stay_as_they_are(words):
    assert label(words).replace("\\&", "&") == words


def test_a_label_is_one_line_and_names_what_nobody_sees():
    assert label("two\n lines") == "two lines"
    assert label("\u202egnp.exe") == "\\[U+202E\\]gnp.exe"
