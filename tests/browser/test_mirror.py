"""The Mirror on a phone: an employee answers in Dutch, the round closes, and the committee puts the widest gap on the agenda."""

import re

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from integration.i18n.words import words_in
from tests.browser.kit.screen import forgotten, opened, picked, settled

say = words_in("nl")
# All statements faster than a hand could, so that the page runs once for many; a press that a run broke off is made again.
CHOSEN = """score => [...document.querySelectorAll('[data-testid=stButtonGroup]')].map(group => {
  const radio = [...group.querySelectorAll('[role=radio]')].find(one => one.innerText.trim() === score);
  if (radio.getAttribute('aria-checked') !== 'true') radio.click();
  return radio.getAttribute('aria-checked') === 'true';
}).every(Boolean)"""


def scored(page: Page, score: str) -> None:
    # The button comes last: once it stands there, every statement does.
    expect(page.get_by_role("button", name=say("Send my answers"))).to_be_visible()
    settled(page)
    page.wait_for_function(CHOSEN, arg=score, polling=200)
    settled(page)


def filled(page: Page, score: str) -> None:
    scored(page, score)
    page.get_by_role("button", name=say("Send my answers")).click()


def begun(page: Page) -> list[str]:
    page.get_by_text(say("Begin a new round")).click()
    page.get_by_label(say("Name in Dutch")).fill("Proefronde")
    page.get_by_label(say("Name in Dutch")).press("Tab")
    settled(page)
    page.get_by_role("button", name=say("Begin the round")).click()
    expect(page.get_by_role("link", name="Proefronde")).to_be_visible()
    for name in ("ROC De Verzonnen Brug", "Softwarehuis Luchtbel"):
        page.get_by_role("button", name=say("Make an answer address for {name}", name=name)).click()
        settled(page)
    expect(page.get_by_test_id("stCode")).to_have_count(2)
    return [words.strip() for words in page.get_by_test_id("stCode").all_inner_texts()]


def test_employees_answer_the_round_closes_and_the_committee_acts(app, visitor, newcomer):
    lead = visitor("/mirror?p=ICT-HUB")
    for address, score in zip(begun(lead), ("5", "2"), strict=True):
        phone = newcomer(address, width=390)
        for _ in range(5):
            # The next one's phone has never been here.
            phone = opened(forgotten(phone.context, app.address), address)
            filled(phone, score)
            expect(phone.get_by_role("heading", level=1)).to_have_text(say("Thank you"))
    expect(lead.get_by_text(say("Shared score"), exact=False)).to_have_count(0)
    settled(lead)
    lead.get_by_role("button", name=say("Close the round now")).click()
    expect(lead.get_by_role("button", name=say("Close the round now"))).to_have_count(0)

    member = visitor("/mirror?p=ICT-HUB", width=390)
    expect(member.get_by_text(re.compile("Grootste kloof: .* \\(3,0\\)"))).to_be_visible()
    member.get_by_role("button", name=say("Save what we do")).click()
    expect(member.get_by_text(say("on the agenda")).first).to_be_visible()


def test_one_browser_answers_once(visitor, newcomer):
    lead = visitor("/mirror?p=CREA")
    begun_as(lead, "Eenmalig")
    lead.get_by_role("button", name=say("Make an answer address for {name}", name="Atelier Gelukt")).click()
    address = lead.get_by_test_id("stCode").inner_text().strip()
    phone = newcomer(address, width=390)
    filled(phone, "4")
    expect(phone.get_by_role("heading", level=1)).to_have_text(say("Thank you"))
    phone.reload()

    expect(phone.get_by_role("alert").filter(has_text="al geantwoord")).to_be_visible()
    expect(phone.get_by_role("button", name=say("Send my answers"))).to_have_count(0)


def printed_code(lead):
    """A round that is answered by codes, begun by a lead, and one code from the sheet that was printed."""
    lead.get_by_text(say("Begin a new round")).click()
    lead.get_by_label(say("Name in Dutch")).fill("Met codes")
    lead.get_by_label(say("Name in Dutch")).press("Tab")
    settled(lead)
    picked(lead, say("How do people answer?"), say("By one-time codes on paper, so that nobody answers twice"))
    settled(lead)
    lead.get_by_role("button", name=say("Begin the round")).click()
    expect(lead.get_by_role("link", name="Met codes")).to_be_visible()
    lead.get_by_role("button", name=say("Make codes")).first.click()
    with lead.expect_download() as sheet:
        lead.get_by_role("button", name="codes om af te drukken").click()
    printed = "".join(page.extract_text() for page in PdfReader(sheet.value.path()).pages)
    return re.findall(r"(?:[A-Z2-9]{5}-){3}[A-Z2-9]{5}", printed)[0]


def test_a_printed_code_is_typed_on_a_phone_and_works_once(visitor, newcomer, app):
    code = printed_code(visitor("/mirror?p=CREA"))
    phones = [newcomer(f"{app.address}/answer?lang=nl", width=390) for _ in range(2)]
    for phone in phones:
        phone.get_by_label("Code").fill(code.lower())
        phone.get_by_role("button", name=say("Go on")).click()
        expect(phone.get_by_role("button", name=say("Send my answers"))).to_be_visible()
    for phone in phones:
        scored(phone, "4")
    # One after the other: of two presses at once either may be the first.
    phones[0].get_by_role("button", name=say("Send my answers")).click()
    expect(phones[0].get_by_role("heading", level=1)).to_have_text(say("Thank you"))
    phones[1].get_by_role("button", name=say("Send my answers")).click()

    expect(phones[1].get_by_role("alert").filter(has_text="al gebruikt")).to_be_visible()


def test_what_was_written_stays_when_the_round_closes_meanwhile(visitor, newcomer):
    lead = visitor("/mirror?p=BOUW-OOST")
    begun_as(lead, "Te laat")
    lead.get_by_role("button", name=re.compile("Antwoordadres maken")).first.click()
    phone = newcomer(lead.get_by_test_id("stCode").inner_text().strip(), width=390)
    phone.get_by_label(say("One remark, if you like")).fill("<b>Bewaar mij</b>")
    settled(lead)
    lead.get_by_role("button", name=say("Close the round now")).click()
    expect(lead.get_by_role("button", name=say("Close the round now"))).to_have_count(0)
    phone.get_by_role("button", name=say("Send my answers")).click()

    expect(phone.get_by_role("alert").filter(has_text="gesloten")).to_be_visible()
    expect(phone.locator("blockquote").get_by_text("<b>Bewaar mij</b>")).to_be_visible()


def test_a_statement_is_said_in_own_words_and_asked_so(visitor, newcomer):
    lead = visitor("/mirror?p=CREA", width=390)
    begun_as(lead, "Eigen woorden")
    lead.get_by_text(re.compile("stellingen in deze ronde")).click()
    lead.get_by_label(say("Statement in Dutch")).fill("Wij lachen <i>samen</i>.")
    lead.get_by_label(say("Statement in Dutch")).press("Tab")
    settled(lead)
    lead.get_by_role("button", name=say("Save the statement")).click()
    expect(lead.get_by_text(say("The statement was saved."))).to_be_visible()
    lead.get_by_role("button", name=say("Make an answer address for {name}", name="Atelier Gelukt")).click()
    phone = newcomer(lead.get_by_test_id("stCode").inner_text().strip(), width=390)

    expect(phone.get_by_text("Wij lachen")).to_be_visible()


def begun_as(lead: Page, name: str) -> None:
    lead.get_by_text(say("Begin a new round")).click()
    lead.get_by_label(say("Name in Dutch")).fill(name)
    lead.get_by_label(say("Name in Dutch")).press("Tab")
    settled(lead)
    lead.get_by_role("button", name=say("Begin the round")).click()
    expect(lead.get_by_role("link", name=name)).to_be_visible()
