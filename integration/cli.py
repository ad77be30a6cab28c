"""The command line for operators: load a demo portfolio, check the store, send the digest, say the version."""

import click

from integration import __version__
from integration.access.mail import mail_server
from integration.access.seal import Seal
from integration.demo.portfolio import DEFAULT_PARTNERSHIPS
from integration.errors import Invalid, MailUnusable, SettingUnusable
from integration.errors.store import StoreMissing, StoreNotEmpty, StoreUnusable
from integration.i18n.words import words_in
from integration.model.text import LANGUAGES, Language
from integration.services.access import sign_in
from integration.services.core import store
from integration.services.core.host import installation_secret
from integration.services.core.visit import moment_now, today
from integration.services.pack import digest as digests
from integration.settings import public_address

UNUSABLE = 2
UNSOUND = 1


class Refusals(click.Group):
    """Commands whose refusals are one line on standard error and an exit code, never a trace."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a store that cannot be used exits with 2."""
        try:
            return super().invoke(ctx)
        except (Invalid, SettingUnusable, StoreUnusable, StoreMissing, StoreNotEmpty, MailUnusable) as error:
            problems = [words_in("en").problem(one) for one in error.problems] if isinstance(error, Invalid) else [str(error)]
            click.echo(f"ineen: {' '.join(problems)}", err=True)
            ctx.exit(UNUSABLE)


@click.group(cls=Refusals, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Ineen: integration planning for partnerships. The store is the file that INTEGRATION_STORE names."""


@main.command()
@click.option("--partnerships", default=DEFAULT_PARTNERSHIPS, show_default=True, type=click.IntRange(1, 100_000), help="How many to invent.")
@click.option("--seed", default=2026, show_default=True, help="The same seed and day give the same portfolio.")
def demo(partnerships: int, seed: int) -> None:
    """Fill an empty store with an invented portfolio."""
    path = store.load_demo(today(), partnerships, seed)
    click.echo(f"{partnerships} invented partnerships are in {path}.")


@main.command()
def check() -> None:
    """Read the whole store and say what is in it; exit 1 when something is wrong."""
    inspection = store.inspect()
    click.echo(f"store     {inspection.path}")
    click.echo(f"version   {inspection.version}")
    click.echo(f"size      {inspection.size / 1_000_000:.1f} MB")
    click.echo(f"changes   {inspection.changes}")
    for table, (records, versions) in inspection.counts.items():
        click.echo(f"{table:<14}{records:>9} records {versions:>10} versions")
    for fault in inspection.faults:
        click.echo(f"ineen: {fault}", err=True)
    if inspection.faults:
        raise SystemExit(UNSOUND)
    click.echo("sound: every row was read, no version is missing")


@main.command()
@click.option("--dry-run", is_flag=True, help="Print every digest and send nothing.")
@click.option("--language", default="nl", show_default=True, type=click.Choice(LANGUAGES), help="The language of the digests.")
def digest(dry_run: bool, language: Language) -> None:
    """Send everybody the digest of this week, once; exit 1 when a mail was refused."""
    with store.operating(language) as someone:
        if dry_run:
            for person in digests.readers(someone):
                digest = digests.read(someone, person.id)
                click.echo(f"{digest.title} <{digests.address_of(person) or 'no address'}>\n\n{digest.text}")
            return
        mail_server()
        refused = 0
        for one in digests.send_all(someone):
            click.echo(f"{one.outcome:<12} {one.person.name} <{one.address}> {one.reason}".rstrip())
            refused += one.outcome == "refused"
    if refused:
        raise SystemExit(UNSOUND)


@main.command()
@click.argument("email")
@click.option("--administrator", is_flag=True, help="Make this person an administrator on signing in, and known if they are not.")
@click.option("--name", default="", help="The name of a person who is not known yet.")
def signin(email: str, administrator: bool, name: str) -> None:
    """Make a personal one-time sign-in link, also while the app runs; it works for a day."""
    click.echo(public_address() + sign_in.operator_link(Seal(installation_secret()), email, moment_now(), name, administrator))
    click.echo(
        "It works once, within a day. Whoever opens it signs in as this person."
        if not administrator
        else "It works once, within a day, and makes an administrator."
    )


@main.command()
def version() -> None:
    """Say which version this is."""
    click.echo(f"ineen {__version__}")
