"""Handing out how people answer: one address per organisation, or one-time codes to print; by the organisation itself or an administrator."""

import secrets

from integration.errors import EditConflict, Invalid, Problem, ThingNotFound
from integration.errors.mirror import OwnAddressOnly
from integration.model.mirror import MOST_CODES, AnswerLink, MirrorRound, hashed, plain_code
from integration.services.core.visit import Visit
from integration.storage import mirror as stored
from integration.storage.core.records import append
from integration.storage.organisation import organisations

# Capitals and digits that are not mistaken for one another on paper; 20 of them are 98 bits.
ALPHABET, GROUPS, GROUP = "ABCDEFGHJKMNPQRSTVWXYZ23456789", 4, 5


def may_hand_out(visit: Visit, one: MirrorRound, organisation_id: str) -> bool:
    """Whether this person hands out how the people of an organisation answer: who belongs to it and takes part, or an administrator."""
    if visit.may("manage people"):
        return visit.as_of is None
    return bool(organisation_id) and visit.person.organisation_id == organisation_id and visit.may("agree", one.partnership_id)


def new_link(visit: Visit, one: MirrorRound, organisation_id: str, seen: int = 0) -> str:
    """A new secret for one organisation's answer address; the address before it stops working. Only its hash is stored.

    `seen` is the version of the address that whoever asks knew of (0 for none): raises EditConflict where somebody made another since, for two
    who press at once would both hold an address and only one would open.
    """
    _require(visit, one, organisation_id)
    if one.answering != "address":
        raise ThingNotFound(value=one.answering)
    token = secrets.token_urlsafe(32)
    with visit.change("agree", "mirror", one.partnership_id) as writing:
        before = stored.links_of(writing.cursor, one.id).get(organisation_id)
        link = before or AnswerLink(round_id=one.id, organisation_id=organisation_id, token_hash="")
        if link.version != seen:
            raise EditConflict(link)
        append(writing, [AnswerLink(id=link.id, version=seen, round_id=one.id, organisation_id=organisation_id, token_hash=hashed(token))])
    return token


def new_codes(visit: Visit, one: MirrorRound, organisation_id: str, number: int) -> list[str]:
    """So many more one-time codes for an organisation, told only now; those before keep working until they are used. Raises Invalid."""
    _require(visit, one, organisation_id)
    if one.answering != "codes":
        raise ThingNotFound(value=one.answering)
    made = [_code() for _ in range(min(max(number, 0), MOST_CODES))]
    with visit.change("agree", "mirror", one.partnership_id) as writing:
        # Codes are no records, so nothing else asks whose round it is.
        now = stored.round_by_id(writing.cursor, one.id)
        if now is None or now.partnership_id != one.partnership_id:
            raise ThingNotFound(value=one.id)
        known = stored.codes_made(writing.cursor, one.id).get(organisation_id, 0)
        if number < 1 or known + number > MOST_CODES:
            raise Invalid((Problem("number", "Make between 1 and {most} codes for an organisation; {known} were made.", most=MOST_CODES, known=known),))
        stored.add_codes(writing.cursor, one.id, organisation_id, [hashed(plain_code(code)) for code in made])
    return made


def handed_out(visit: Visit, one: MirrorRound) -> dict[str, int]:
    """The organisations that have an answer address (its version) or codes (how many were made; how many were used is for nobody to know)."""
    visit.require("read partnership" if one.partnership_id else "manage scans", one.partnership_id)
    with visit.reading() as cursor:
        addresses = {body: link.version for body, link in stored.links_of(cursor, one.id).items()}
        return {**addresses, **stored.codes_made(cursor, one.id)}


def _require(visit: Visit, one: MirrorRound, organisation_id: str) -> None:
    if organisation_id not in one.organisations:
        raise ThingNotFound(value=organisation_id[:40])
    visit.require("agree", one.partnership_id)
    if not may_hand_out(visit, one, organisation_id):
        with visit.reading() as cursor:
            raise OwnAddressOnly(name=organisations(cursor)[organisation_id].name)


def _code() -> str:
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
