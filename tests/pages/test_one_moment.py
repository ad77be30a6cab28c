"""One moment: a page is of one moment, although somebody saves before each of its questions."""

from typing import Any

import pytest

from integration.services.core.host import host
from tests.pages.session import Session
from tests.web.test_one_moment import Busy

PAGES = ["portfolio", "partnership", "timeline", "register", "foundation", "meeting"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_read_in_one_moment(demo, page):
    busy: Any = host().database
    busy.__class__, busy.asked = Busy, []
    asked = {} if page == "portfolio" else {"p": "HAVEN"}
    session = Session(page, "en", **asked)

    assert not session.app.exception and len(busy.asked) > 1
    assert len({*busy.asked}) == 1
