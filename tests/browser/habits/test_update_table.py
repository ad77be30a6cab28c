"""The update table in a browser: what is pasted is what is meant, what is not understood stays, and nothing typed is lost."""

from playwright.sync_api import Page, expect

from integration.i18n.words import words_in
from tests.browser.kit.grid import FORECAST, NOTE, PASTED, PROGRESS, cell, mark, paste, write
from tests.browser.kit.screen import settled

say = words_in("nl")
MEANT = {
    "15-12-2027": "wo 15 dec 2027",
    "15-1-2027": "vr 15 jan 2027",
    "13/02/2027": "za 13 feb 2027",
    "1 maart 2027": "ma 1 mrt 2027",
    "01-02-2027": "ma 1 feb 2027",
    "1-9-27": "wo 1 sep 2027",
    "\u200b3-4-2027\u200e": "za 3 apr 2027",
}
ODD = ("31 februari 2027", "1-1-9999", "zomer")


def button(page: Page, label: str):
    return page.get_by_role("button", name=say(label), exact=True)


def test_what_is_pasted_is_what_is_meant_and_what_is_not_stays_marked_at_its_cell(visitor):
    page = visitor("/update?p=HAVEN&show=open")
    paste(page, 0, FORECAST, "\n".join([*MEANT, *ODD]))
    expect(page.locator(".sheet .read:not(:empty)")).to_have_text([*MEANT.values()])

    button(page, "Save").click()

    expect(cell(page, 0, FORECAST)).to_have_value("15-12-2027")
    expect(cell(page, 6, FORECAST)).to_have_value("03-04-2027")
    for row, words in enumerate(ODD, start=len(MEANT)):
        expect(cell(page, row, FORECAST)).to_have_value(words)
        expect(mark(page, row, FORECAST)).to_contain_text(f"“{words}”")
    button(page, "Throw away").click()
    expect(page.locator(".sheet .field-problem:not(:empty)")).to_have_count(0)


def test_of_two_hundred_pasted_rows_none_is_lost(visitor):
    page = visitor("/update?p=HAVEN&show=open")
    rows = page.locator(".sheet:not(.grows) tbody tr").count()

    paste(page, 0, PROGRESS, "\n".join(f'62,5%\t1-{1 + row % 12}-2028\t\t"regel {row}\nen nog een"' for row in range(200)))

    expect(cell(page, rows - 1, NOTE)).to_have_value(f"regel {rows - 1}\nen nog een")
    expect(page.locator(".sheet:not(.grows) .notice textarea")).to_have_value(lines_from(rows))
    expect(page.locator(".st-key-save-bar")).to_contain_text(say.plural("{n} milestone changes", "{n} milestones change", rows))
    button(page, "Throw away").click()
    expect(button(page, "Save")).to_have_count(0)


def lines_from(first: int) -> str:
    return "\n".join(f"62,5%\t1-{1 + row % 12}-2028\t\tregel {row}\nen nog een" for row in range(first, 200))


def test_what_was_typed_is_put_back_after_the_page_was_loaded_anew(visitor):
    page = visitor("/update?p=CREA&show=open")
    stored = cell(page, 0, NOTE).input_value()
    write(page, 0, NOTE, "Nog niet bewaard")
    page.reload()
    settled(page)
    expect(cell(page, 0, NOTE)).to_have_value(stored)

    page.locator(".sheet").get_by_role("button", name=say("Put back")).click()

    expect(cell(page, 0, NOTE)).to_have_value("Nog niet bewaard")
    button(page, "Throw away").click()
    expect(cell(page, 0, NOTE)).to_have_value(stored)
    page.reload()
    settled(page)
    expect(page.locator(".sheet").get_by_role("button", name=say("Put back"))).to_be_hidden()


def test_what_was_thrown_away_can_be_typed_again(visitor):
    page = visitor("/update?p=TECH-WEST&show=open")
    for _ in range(2):
        write(page, 0, NOTE, "Nog eens")
        expect(button(page, "Save")).to_be_visible()
        button(page, "Throw away").click()
        expect(button(page, "Save")).to_have_count(0)


def test_what_is_typed_while_the_server_saves_stays(visitor):
    page = visitor("/update?p=TECH-WEST&show=open")
    write(page, 0, NOTE, "Wordt bewaard")
    expect(button(page, "Save")).to_be_visible()

    button(page, "Save").click(no_wait_after=True)
    cell(page, 1, NOTE).fill("Intussen getypt")

    expect(page.locator(".notice.done")).to_contain_text("Wordt bewaard")
    expect(cell(page, 1, NOTE)).to_have_value("Intussen getypt")
    expect(page.locator(".st-key-save-bar")).to_be_visible()
    button(page, "Throw away").click()
    expect(button(page, "Save")).to_have_count(0)


def test_on_a_phone_a_step_is_a_button_and_saving_stays_in_view(visitor):
    page = visitor("/update?p=LOGIS&show=open", width=390)
    first = page.locator(".sheet:not(.grows) tbody tr").first
    first.locator(".steps button:not([aria-pressed=true])").last.click()

    expect(button(page, "Save")).to_be_in_viewport()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    button(page, "Throw away").click()
    expect(button(page, "Save")).to_have_count(0)


def test_a_week_of_two_milestones_and_four_reports_is_seven_taps_and_one_undo(visitor):
    page = visitor("/update?p=GROEN&show=open", width=390)
    for row in (0, 1):
        page.locator(".sheet:not(.grows) tbody tr").nth(row).locator(".steps button:not([aria-pressed=true])").last.click()
    for card in page.locator(".reports article").all():
        card.locator(".colours button", has_text=say("as last time")).click()
    expect(page.locator(".st-key-save-bar")).to_contain_text(say.plural("{n} report", "{n} reports", 4))
    expect(page.locator(".st-key-committee")).to_contain_text(say("After saving"))

    button(page, "Save").click()

    expect(page.locator(".notice.done li")).not_to_have_count(0)
    expect(page.locator(".reports article small", has_text=f"✓ {say('today')}")).to_have_count(4)
    settled(page)
    button(page, "Undo").click()
    expect(page.locator(".notice.done")).to_contain_text(say("Your save was taken back."))
    expect(page.locator(".reports article small", has_text=f"✓ {say('today')}")).to_have_count(0)


def test_several_rows_move_at_once_new_ones_are_pasted_below_and_one_undo_takes_all_back(visitor):
    page = visitor("/update?p=GROEN&show=open")
    before = [cell(page, row, "due_on").input_value() for row in (0, 1)]
    page.locator(".sheet:not(.grows) tbody .tick").nth(0).check()
    page.locator(".sheet:not(.grows) tbody .tick").nth(1).check()
    page.locator(".several [name=shift]").fill("7")
    page.locator(".several button").click()
    assert cell(page, 0, "due_on").input_value() != before[0]
    new = page.locator(".sheet.grows")
    page.get_by_text(say("Add milestones")).click()
    new.locator("[data-name=title] .entry > :first-child").first.evaluate(PASTED, "Eerste\tHRM\t1-3-2028\nTweede\tOpleiding\t31-2-2028")
    expect(new.locator(".field-problem:not(:empty)")).to_contain_text("31-2-2028")

    button(page, "Save").click()

    expect(new.locator("[data-name=title] .entry > :first-child").nth(1)).to_have_value("Tweede")
    settled(page)
    button(page, "Undo").click()
    for row in (0, 1):
        expect(cell(page, row, "due_on")).to_have_value(before[row])
