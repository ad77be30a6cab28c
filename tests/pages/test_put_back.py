"""What a browser kept of a form comes into its fields again, as far as it is something that could have been typed or chosen there."""

import pytest

from integration.services.meeting import agenda, meeting
from integration.services.portfolio import partnership
from integration.ui.forms.put_back import SETTLED, WAITING
from integration.ui.meeting.item import SEEN
from tests.pages.session import Session
from tests.pages.test_meeting import someone, stored
from tests.pages.test_update_milestone import form

PLACE = "form-milestone-HAVEN-B7-en-"


def put(session: Session, **fields: object) -> Session:
    session.app.session_state[WAITING] = {PLACE + name: value for name, value in fields.items()}
    return session.run()


def test_text_picks_ticks_and_days_come_back_as_they_were_shown(shown):
    page = put(form(), note="Half a note", due_on="1 maart 2027", gate="Needs proof", waits_for=["F2", "T1"], critical=True)

    assert page.field("Note").value == "Half a note"
    assert page.field("Due").value == "1 maart 2027"
    assert page.field("Gate").value == "gate"
    assert sorted(page.field("Waits for").value) == ["F2", "T1"]
    assert [one.value for one in page.app.checkbox] == [True]


@pytest.mark.parametrize("odd", [None, 7, "foreign", ["foreign"], {"a": 1}, [[]], True])
def test_what_no_field_could_say_changes_nothing_and_breaks_nothing(shown, odd):
    before = form()
    page = put(form(), title_nl=odd if odd != "foreign" else 7, gate=odd, owner_id=odd, waits_for=odd, critical=odd if odd is not True else "yes", nowhere=odd)

    assert not page.app.exception
    assert page.field("Title in Dutch").value == before.field("Title in Dutch").value
    assert page.field("Gate").value == before.field("Gate").value
    assert [one.value for one in page.app.checkbox] == [one.value for one in before.app.checkbox]


def test_a_save_tells_the_browser_which_turn_of_which_form_it_may_forget(demo):
    page = form().fill({"Note": "Saved"}).press("Save")

    assert [(one["form"], one["turn"]) for one in page.app.session_state[SETTLED]] == [("form-milestone-HAVEN-B7-en", "0")]


def test_a_note_in_the_room_that_a_browser_brings_from_an_ended_session_is_kept(demo):
    owner, _ = stored(demo)
    going = meeting.start(someone(demo), partnership.read(someone(demo), "BOUW-OOST"))
    item = agenda.read(someone(demo), owner, going)[0]
    session = Session("meeting", "en", p="BOUW-OOST", item="1")
    del session.app.session_state[SEEN]
    session.app.session_state[f"note-{item.id}-en"] = "Typed before it ended"
    session.run()

    assert not session.app.exception
    assert agenda.read(someone(demo), owner, going)[0].note.en == "Typed before it ended"
