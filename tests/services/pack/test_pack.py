"""Publishing a pack: frozen for good, compared with the one before, corrected by another, never lost."""

import threading
from dataclasses import replace
from datetime import date

import pytest

from integration.errors import Invalid, NotShared, PackDamaged, PartnershipNotFound, PastIsReadOnly, ThingNotFound
from integration.model.pack import Lines
from integration.model.record import new_id
from integration.model.text import Text
from integration.reports.freeze.snapshot_json import from_json
from integration.services.access import link
from integration.services.core.identity import OPERATOR, Credentials, Held
from integration.services.core.worker import file_made
from integration.services.pack import pack
from integration.services.pack.pack import Wanted
from integration.storage.pack import keep_file, kept_file
from integration.storage.plan.milestone import plan_of
from tests.access.identity import a_link, a_member, a_session, by
from tests.examples import BRIDGE, COMPANY, a_check_in, a_depth, a_milestone, a_partnership, a_visit, save

ONE = Wanted(("BRUG",))


def publish(db, wanted=ONE):
    return pack.publish(a_visit(db), wanted)


@pytest.fixture
def planned(bridge):
    save(bridge, a_milestone(credit=50))
    save(bridge, a_check_in(done=Text("Gedaan", "Did it")), a_depth())
    return bridge


def test_a_published_pack_is_unchanged_byte_for_byte_after_the_data_changes(planned):
    visit, made = a_visit(planned), publish(planned)
    before = {kind: pack.file(visit, made, kind, "nl") for kind in ("pdf", "pptx", "xlsx", "json")}

    with planned.reading() as cursor:
        [one] = plan_of(cursor, BRIDGE)
    save(planned, replace(one, credit=100.0, done_on=date(2026, 11, 1), title=Text("Anders", "Other")))

    later = a_visit(planned)
    assert {kind: pack.file(later, pack.find(later, made.id), kind, "nl") for kind in before} == before


def test_who_has_a_role_elsewhere_reads_no_more_packs_by_a_link_than_a_stranger(planned):
    shared, other = publish(planned), publish(planned)
    save(planned, elsewhere := a_partnership(id=new_id(), code="ANDER"))
    member = a_session(a_member(planned, "steering", "vera@test.example", elsewhere.id))
    made, _ = link.make(by(planned, OPERATOR), a_link(kind="page", page="pack", query=f"id={shared.id}", thing=shared.id))
    both = by(planned, replace(member, links=(Held(made.id, made.token_hash, made.pin_hash),)), "pack")

    assert (pack.readable(both, shared), pack.readable(both, other)) == (True, False)


@pytest.mark.parametrize("ending", ["pdf", "pptx", "xlsx"])
def test_a_file_that_was_made_once_stays_whatever_would_be_made_today(planned, ending):
    visit, made = a_visit(planned), publish(planned)
    with visit.keeping() as cursor:
        keep_file(cursor, made.id, ending, "nl", b"the layout of before", visit.now)
        assert keep_file(cursor, made.id, ending, "nl", b"made a moment later", visit.now) == b"the layout of before"

    assert pack.file(visit, made, ending, "nl") == b"the layout of before"
    english = pack.file(visit, made, ending, "en")
    with planned.reading() as cursor:
        assert kept_file(cursor, made.id, ending, "en") == english != b"the layout of before"


def test_a_kept_file_that_was_harmed_is_not_handed_over(planned):
    visit, made = a_visit(planned), publish(planned)
    with visit.keeping() as cursor:
        keep_file(cursor, made.id, "pdf", "nl", b"as it was made", visit.now)
        cursor.execute("UPDATE pack_file SET body = 'b3RoZXI='")

    with pytest.raises(PackDamaged):
        pack.file(visit, made, "pdf", "nl")


def test_the_lines_begin_with_the_last_check_in_and_may_be_changed(planned):
    assert pack.snapshot(a_visit(planned), publish(planned), "nl").parts[0].domains[0].done == "Gedaan"

    made = publish(planned, Wanted(("BRUG",), lines={"BRUG": {"training": Lines(done=Text("Meer", "More"))}}))
    assert pack.snapshot(a_visit(planned), made, "en").parts[0].domains[0].done == "More"


def test_the_next_pack_tells_what_changed_since(planned):
    publish(planned)
    with planned.reading() as cursor:
        [one] = plan_of(cursor, BRIDGE)
    save(planned, replace(one, credit=75.0, forecast_on=date(2027, 2, 1)))

    part = pack.snapshot(a_visit(planned), publish(planned), "en").parts[0]
    assert part.since.startswith("since the pack of 23 Nov 2026")
    assert any("progress 50 % → 75 %" in line for line in part.changes)
    assert any("expected 31 Dec 2026 → 1 Feb 2027" in line for line in part.changes)


def test_a_correction_is_another_pack_that_says_so_and_needs_a_reason(planned):
    wrong = publish(planned)
    with pytest.raises(Invalid):
        publish(planned, replace(ONE, corrects=wrong.id))

    right = publish(planned, replace(ONE, corrects=wrong.id, reason=Text("De datum klopte niet")))
    found = pack.snapshot(a_visit(planned), right, "nl")
    assert (found.corrects[:21], found.reason) == ("Verbetert de stukken ", "De datum klopte niet")
    assert [one.id for one in pack.corrections(a_visit(planned), wrong)] == [right.id]


def test_two_who_publish_at_once_both_have_their_pack(planned):
    both = threading.Barrier(2)
    made = []

    def one() -> None:
        both.wait()
        made.append(publish(planned).id)

    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {one.id for one in pack.of(a_visit(planned), a_partnership())} == set(made) and len(set(made)) == 2


def test_a_selection_holds_every_partnership_in_the_order_asked(planned):
    save(planned, a_partnership(id=COMPANY, code="ANDER", name=Text("Ander", "Another")))

    found = pack.snapshot(a_visit(planned), publish(planned, Wanted(("ANDER", "BRUG"), Text("Twee", "Two"))), "en")
    assert (found.whole, found.title, [part.code for part in found.parts]) == (True, "Two", ["ANDER", "BRUG"])


@pytest.mark.slow
def test_a_worker_freezes_many_as_the_server_freezes_few(planned):
    for at in range(9):
        save(planned, a_partnership(id=f"00000000-0000-7000-8000-0000000001{at:02}", code=f"P{at}"))
    done: list[int] = []

    made = pack.publish(a_visit(planned), Wanted(tuple(f"P{at}" for at in range(9)), Text("Negen", "Nine")), done.append)
    assert done == [*range(1, 10)]
    assert len(pack.snapshot(a_visit(planned), made, "nl").parts) == 9


def test_what_cannot_be_published_or_found_is_a_sentence(planned):
    made = publish(planned)
    with pytest.raises(ThingNotFound):
        pack.find(a_visit(planned), "NOPE")
    with pytest.raises(PartnershipNotFound):
        publish(planned, Wanted(("NOPE",)))
    with pytest.raises(Invalid):
        publish(planned, Wanted(()))
    with pytest.raises(PastIsReadOnly):
        pack.publish(replace(a_visit(planned), as_of=a_visit(planned).now), ONE)
    with pytest.raises(PackDamaged):
        from_json(pack.content(a_visit(planned), made).replace("Gedaan", "Vervalst"), "nl")


def test_a_file_that_cannot_be_made_is_a_sentence():
    with pytest.raises(Exception, match="could not be made"):
        file_made("pdf", "nl", "{}")


def test_who_may_not_see_all_of_a_pack_sees_none_of_it(planned):
    made = publish(planned)
    stranger = replace(a_visit(planned), credentials=Credentials())

    assert pack.of(a_visit(planned), a_partnership()) == [made]
    with pytest.raises(ThingNotFound):
        pack.find(stranger, made.id)
    with pytest.raises(NotShared):
        pack.file(stranger, made, "json", "nl")
