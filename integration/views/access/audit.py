"""The audit in words: what happened, to a reader who was not there."""

import pandas as pd

from integration.i18n.words import Words
from integration.views.kit.reader import Reader
from integration.views.kit.table import Cell, Column, Table, values_of


def verb_name(say: Words, verb: str) -> str:
    """What was done, in the reader's words; an ability or an event by its name."""
    names = {
        "update plan": say("changed the plan"),
        "report status": say("reported"),
        "set depth": say("set depth"),
        "manage partnerships": say("managed partnerships"),
        "edit partnership": say("changed a partnership"),
        "manage settings": say("changed settings"),
        "manage people": say("managed people"),
        "choose mail": say("chose what is mailed"),
        "manage scans": say("worked on a partner scan"),
        "agree": say("worked on the foundation"),
        "share": say("shared or changed a link"),
        "update register": say("changed the register"),
        "decide": say("decided"),
        "comment": say("commented"),
        "run meeting": say("held a meeting"),
        "publish": say("published a pack"),
        "answer": say("answered a Mirror"),
        "load demo": say("loaded the demo"),
        "sign in": say("signed in"),
        "sign out": say("signed out"),
        "sign out everywhere": say("signed out everywhere"),
        "ask sign-in mail": say("asked for a sign-in mail"),
        "make sign-in link": say("made a sign-in link"),
        "open link": say("opened a link"),
        "read data": say("read the data of a link"),
        "wrong PIN": say("typed a wrong PIN"),
        "right PIN after a wrong one": say("typed the right PIN after a wrong one"),
        "unknown link": say("tried an address that opens nothing"),
        "wrong sign-in link": say("tried a sign-in link that does not work"),
        "unknown answer link": say("tried an answer address that opens nothing"),
        "pause link": say("paused a link after wrong PINs"),
        "send message": say("sent a message to another program"),
        "export": say("downloaded"),
        "accept loss": say("went on with a store that lacks or replaces what was saved"),
    }
    return names.get(verb, verb)


def about(verb: str, subject: str) -> str:
    """What it was about; signing in is about nothing but a seal that tells a reader nothing."""
    return "–" if not subject or verb in ("sign in", "ask sign-in mail") else subject


def audit_table(reader: Reader, rows: pd.DataFrame) -> Table:
    """Events, one a row: a page of them, or all of them in a file."""
    say = reader.say
    # Of what was answered before answers left no trace only the day was kept; a time of day would be made up.
    happened = [one.date() if verb == "answer" else one for one, verb in zip(rows.happened_at.dt.to_pydatetime(), rows.verb, strict=True)]
    return Table.of_columns(
        [
            (Column("when", say("When")), happened),
            (Column("who", say("Who")), values_of(rows.person)),
            (Column("what", say("What happened")), [verb_name(say, verb) for verb in rows.verb]),
            (Column("about", say("About")), [Cell(subject, about(verb, subject)) for verb, subject in zip(rows.verb, rows.subject, strict=True)]),
        ]
    )
