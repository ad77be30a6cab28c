"""The preview of a link: a picture of one size, whose bars are as long as their shares."""

import io

from PIL import Image, ImageColor

from integration.exchange.preview_picture import SIZE, Bar, draw
from integration.palette import ACCENT


def drawn(*bars, title="The Bridge", summary="Delivered 40 %"):
    return Image.open(io.BytesIO(draw(title, summary, bars))).convert("RGB")


def filled(share):
    """How many points of the picture's right half are of a bar's colour."""
    image = drawn(Bar("Training", share, "x")).crop((380, 200, *SIZE))
    return sum(count for count, colour in image.getcolors(1 << 20) or () if colour == ImageColor.getrgb(ACCENT))


def test_a_bar_grows_with_its_share_and_without_one_it_is_empty():
    assert filled(None) == filled(0) == 0
    assert 0 < filled(1) < filled(50) < filled(100)
    assert abs(filled(100) / filled(50) - 2) < 0.05


def test_the_picture_has_one_size_whatever_it_says():
    four = [Bar("A very long name of a domain " * 3, 50, "50 %") for _ in range(4)]

    assert {drawn().size, drawn(*four, title="word " * 80, summary="word " * 200).size, drawn(title="", summary="").size} == {SIZE}
