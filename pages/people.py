"""People: who can sign in, who leads or steers what, a person's own data, and the organisations, for administrators."""

from integration.services import people, portfolio
from integration.ui.organisations import organisations_form
from integration.ui.page import open_page
from integration.ui.panels import heading
from integration.ui.partnership_choice import names_by_id
from integration.ui.people import memberships_form, people_table, person_form
from integration.ui.said import say_saved

with open_page(needs="manage people") as visit:
    say, names = visit.reader.say, names_by_id(visit, portfolio.read(visit))
    known = people.read(visit)

    heading(say("People"), say("Who can sign in, and what each may see and do. Who has no e-mail address only has a name."))
    say_saved(visit)
    chosen = people_table(visit, known, names)
    person_form(visit, known, chosen)
    if chosen:
        memberships_form(visit, known, chosen, names)
    organisations_form(visit)
