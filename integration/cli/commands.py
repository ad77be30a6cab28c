"""The command line for operators: load a demo portfolio, check the store, back it up and put it back, send the digest."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import click

from integration import INSTALLED, __version__
from integration.access.mail import mail_server
from integration.access.seal import Seal
from integration.cli.importing import import_plan
from integration.cli.local_socket import asked, listening
from integration.cli.serving import serve
from integration.cli.speaking import Output, file_named, refuse, speaking_to, tell
from integration.demo.portfolio import DEFAULT_PARTNERSHIPS
from integration.errors import IneenError, Invalid, MailUnusable, SettingUnusable
from integration.errors.store import StoreMissing, StoreNotEmpty, StoreUnusable
from integration.i18n.words import words_in
from integration.model.text import LANGUAGES, Language
from integration.services.access import sign_in
from integration.services.core import store
from integration.services.core.host import Host, installation_secret
from integration.services.core.visit import moment_now, today
from integration.services.operating import backup as backups
from integration.services.operating import copying, leaving
from integration.services.pack import digest as digests
from integration.settings import PORT, public_address, store_path

# What one process alone can do: the one that holds the store.
THROUGH_THE_APP = ("check", "backup", "restore", "digest", "import", "export", "signin")
# What a person types: the console command where it was installed.
PROGRAM = "ineen" if INSTALLED else "python -m integration"
UNUSABLE = 2
UNSOUND = 1


class Refusals(click.Group):
    """Commands whose refusals are one line on standard error and an exit code, never a trace."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command, in the app where one holds the store; a store that cannot be used exits with 2."""
        words = [*ctx._protected_args, *ctx.args]
        try:
            if words and words[0] in THROUGH_THE_APP and "--help" not in words and "-h" not in words and store.held() is None:
                code = asked(store_path(), words)
                if code is not None:
                    ctx.exit(code)
            return super().invoke(ctx)
        except (Invalid, SettingUnusable, StoreUnusable, StoreMissing, StoreNotEmpty, MailUnusable) as error:
            problems = [" ".join(map(words_in("en").problem, error.problems))] if isinstance(error, Invalid) else str(error).splitlines()
            for problem in problems:
                refuse(problem)
            ctx.exit(UNUSABLE)


@click.group(cls=Refusals, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Ineen: integration planning for partnerships. The store is the file that INTEGRATION_STORE names."""


@main.command()
@click.option("--partnerships", default=DEFAULT_PARTNERSHIPS, show_default=True, type=click.IntRange(1, 10_000), help="How many to invent.")
@click.option("--seed", default=2026, show_default=True, help="The same seed and day give the same portfolio.")
def demo(partnerships: int, seed: int) -> None:
    """Fill an empty store with an invented portfolio."""
    path = store.load_demo(today(), partnerships, seed)
    tell(f"{partnerships} invented partnerships are in {path}.")


@main.command()
def check() -> None:
    """Read the whole store and say what is in it; exit 1 when something is wrong."""
    inspection = store.inspect(store.held())
    tell(f"store     {inspection.path}")
    tell(f"version   {inspection.version}")
    tell(f"size      {inspection.size / 1_000_000:.1f} MB")
    tell(f"changes   {inspection.changes}")
    for table, (records, versions) in inspection.counts.items():
        tell(f"{table:<14}{records:>9} records {versions:>10} versions")
    for fault in inspection.faults:
        refuse(fault)
    if inspection.faults:
        raise SystemExit(UNSOUND)
    tell("sound: every row was read, no version is missing")


@main.command()
@click.option("--dry-run", is_flag=True, help="Print every digest and send nothing.")
@click.option("--language", default="nl", show_default=True, type=click.Choice(LANGUAGES), help="The language of the digests.")
def digest(dry_run: bool, language: Language) -> None:
    """Send everybody the digest of this week, once; exit 1 when a mail was refused."""
    with store.operating(language) as someone:
        if dry_run:
            for person in digests.mailed(someone):
                digest = digests.read(someone, person.id)
                tell(f"{digest.title} <{digests.address_of(person) or 'no address'}>\n\n{digest.text}")
            return
        mail_server()
        refused = 0
        for one in digests.send_all(someone):
            tell(f"{one.outcome:<12} {one.person.name} <{one.address}> {one.reason}".rstrip())
            refused += one.outcome == "refused"
    if refused:
        raise SystemExit(UNSOUND)


@main.command()
@click.argument("email")
@click.option("--administrator", is_flag=True, help="Make this person an administrator on signing in, and known if they are not.")
@click.option("--name", default="", help="The name of a person who is not known yet.")
def signin(email: str, administrator: bool, name: str) -> None:
    """Make a personal one-time sign-in link, also while the app runs; it works for a day."""
    held = store.held()
    if held and not administrator and sign_in.by_verified_email(held, email) is None:
        refuse(f"nobody of this store signs in with {email}: add them on the page People, or make them an administrator with --administrator.")
        raise SystemExit(UNUSABLE)
    tell(public_address() + sign_in.operator_link(Seal(installation_secret()), email, moment_now(), name, administrator))
    once = "It works once, within a day"
    tell(f"{once}, and makes an administrator." if administrator else f"{once}. Whoever opens it signs in as this person.")
    tell(f"It is for the store {held.path if held else store_path()}, {_where(held is not None)}.")


def _where(held: bool) -> str:
    if held:
        return f"which the app on port {PORT.text()} has open"
    return f"which no app has open now: start it on port {PORT.text()}, or name the store of the one that runs in INTEGRATION_STORE"


@main.command()
@click.argument("file")
def backup(file: str) -> None:
    """Write the whole store into FILE, also while the app runs; nobody waits for it."""
    target = file_named(file)
    with store.operating("en") as someone:
        found = backups.back_up(someone.database, installation_secret(), target)
    tell(f"{target} holds {found.changes} changes; every row of it was read.")


@main.command()
@click.argument("file")
@click.option("--force", is_flag=True, help="Also over a store that holds more, or is another one.")
def restore(file: str, force: bool) -> None:
    """Put the backup FILE in the place of the store, which is kept aside; an app that runs opens it at once."""
    aside, found = backups.restore(store_path(), file_named(file), force, store.held())
    tell(f"{store_path()} holds the {found.changes} changes of {file}." + (f" What was there is kept as {aside}." if aside else ""))
    if not backups.sealed_alike(file_named(file), installation_secret()):
        tell("It is of an installation with another secret: sign-ins and links that were open end.")


@main.command()
@click.argument("source")
@click.argument("target")
def copy(source: str, target: str) -> None:
    """Copy a whole store with its history from SOURCE to TARGET: a store file and a database (postgresql://…), either way. SOURCE stays as it is."""
    changes, place = copying.copy(source, target, installation_secret())
    tell(f"{place} holds the {changes} changes of the source; every table was compared.")


@main.command()
@click.argument("folder")
def export(folder: str) -> None:
    """Write everything into the new FOLDER as Parquet and JSON, with its history, also while the app runs."""
    target = file_named(folder)
    with store.operating("en") as someone:
        counts = leaving.leave(someone.database, target)
    tell(f"{target} holds {sum(counts.values())} rows of {len(counts)} tables, each as Parquet and as JSON, and contents.json tells of them.")


def carried_out(words: Sequence[str], folder: Path, output: Output, opened: Host) -> int:
    """Carry out a command in the app that holds the store, telling what it says; its exit code."""
    with speaking_to(output, folder), store.holding(opened.database):
        try:
            return int(main.main([*words], prog_name=PROGRAM, standalone_mode=False) or 0)
        except click.ClickException as error:
            refuse(error.format_message())
            return error.exit_code
        except SystemExit as end:
            return int(end.code or 0)
        except IneenError as error:
            refuse(str(error))
            return UNUSABLE


def taking_commands(opened: Host) -> AbstractContextManager[None]:
    """While within, the app that holds this store carries out what operators ask of it beside the store."""
    return listening(opened.database.path, lambda words, folder, output: carried_out(words, folder, output, opened))


for one in (serve, import_plan):
    main.add_command(one)


@main.command()
def version() -> None:
    """Say which version this is."""
    tell(f"ineen {__version__}")
