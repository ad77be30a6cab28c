"""QR codes: the picture is one, and another address is another picture."""

import io

from PIL import Image

from integration.exchange.qr import qr_png, qr_svg

ADDRESS = "https://ineen.example/s/" + "a" * 43


def test_the_picture_is_square_has_two_tones_and_a_quiet_edge():
    image = Image.open(io.BytesIO(qr_png(ADDRESS))).convert("L")
    edge = {image.getpixel((at, 0)) for at in range(image.width)}

    assert image.width == image.height > 100
    assert len(image.getcolors() or ()) == 2 and edge == {255}


def test_the_same_address_is_the_same_picture_and_another_is_another():
    assert (qr_png(ADDRESS), qr_svg(ADDRESS)) == (qr_png(ADDRESS), qr_svg(ADDRESS))
    assert qr_png(ADDRESS) != qr_png(f"{ADDRESS}b") and qr_svg(ADDRESS) != qr_svg(f"{ADDRESS}b")
    assert qr_svg(ADDRESS).startswith("<svg") and "script" not in qr_svg(ADDRESS)
