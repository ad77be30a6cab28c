"""A part of a page that runs alone, long after its page: at this moment, and with the page's own way to say what went wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

from integration.errors import IneenError, PartnershipDamaged
from integration.services.core.visit import Visit
from integration.services.portfolio import damage
from integration.ui.forms.messages import sentence, tell_error


@contextmanager
def part_of_page(page: Visit, code: str) -> Iterator[Visit]:
    """What is shown of a partnership (by its code), read in one moment; what may not be shown or cannot be measured becomes a sentence."""
    visit = page.again()
    with visit.database.snapshot():
        try:
            yield visit
        except IneenError as error:
            tell_error(visit, error)
        except Exception as error:
            if not (seen := damage.explained(visit, code, error)):
                raise
            say = visit.reader.say
            sentence(f"{say.error(PartnershipDamaged(code=code))} {say('Code for your administrator: {code}', code=seen)}")
