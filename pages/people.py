"""People: who can sign in, who leads or steers what, a person's own data, and the organisations, for administrators."""

from integration.services.access import people
from integration.services.portfolio import partnership, portfolio
from integration.ui.access.first_day import first_day_line
from integration.ui.access.invite import invite_form
from integration.ui.access.organisations import organisations_form
from integration.ui.access.people import memberships_form, orphans_line, people_table, person_form
from integration.ui.forms.messages import say_saved
from integration.ui.forms.partnership_choice import names_by_id
from integration.ui.frame.page import open_page
from integration.ui.kit.panels import heading

with open_page(needs="manage people") as visit:
    say, names = visit.reader.say, names_by_id(visit, portfolio.read(visit))
    known = people.read(visit)

    heading(say("People"), say("Who can sign in, and what each may see and do. Who has no e-mail address only has a name."))
    first_day_line(visit)
    say_saved(visit)
    orphans_line(visit)
    chosen = people_table(visit, known, names)
    bodies = {one: body.name for one, body in partnership.organisations_and_people(visit)[0].items()}
    invite_form(visit, names, bodies, alone=sum(bool(one.email) for one in known.people.values()) < 2)
    person_form(visit, known, chosen, bodies)
    if chosen:
        memberships_form(visit, known, chosen, names)
    organisations_form(visit)
