"""What can be set: name, default, help; read from INTEGRATION_* in the environment, from files, or from /etc/ineen/ineen.env."""

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from integration import INSTALLED, ROOT
from integration.errors.settings import ZoneUnknown
from integration.settings.setting import OF_THE_SERVICE, Setting

STORE = Setting(
    "INTEGRATION_STORE",
    "data/integration.duckdb",
    "path of the store file, from the checkout or else from the data folder (`/var/lib/ineen` for the service, `~/.local/share/ineen` for a person); "
    "or `postgresql://…`, a database that several servers share",
)
COPY = Setting(
    "INTEGRATION_COPY", "data/copies/integration.duckdb", "where a server keeps its copy of a shared store; the next name is taken where one is in use"
)
MEMORY = Setting("INTEGRATION_MEMORY", "1024", "megabytes of memory that the database may take; what does not fit goes to the disk beside the store")
THREADS = Setting("INTEGRATION_THREADS", "0", "processor cores that one question to the database may use; 0 takes all there are, up to 4")
DEMO = Setting("INTEGRATION_DEMO", "", "1 fills an empty store with the demo portfolio, 0 leaves it empty; where it is empty itself, a checkout fills it")
WARM = Setting(
    "INTEGRATION_WARM", "1", "1 measures what pages need before `/healthz` says ok; 0 leaves it to the first readers, for a server that lives only a moment"
)
ACCEPT_LOSS = Setting("INTEGRATION_ACCEPT_LOSS", "0", "1, for one start: go on with a store that misses changes; the app said how many")
SILENT_DAYS = Setting("INTEGRATION_SILENT_DAYS", "30", "days without an update after which a partnership is silent")
PORT = Setting("PORT", "8501", "port that the app listens on")
LISTEN = Setting(
    "INTEGRATION_LISTEN", "127.0.0.1", "address of this machine that the app listens on; `0.0.0.0` only where a container or firewall keeps others out"
)
PROXIES = Setting("INTEGRATION_PROXIES", "127.0.0.1", "addresses or networks of the proxies that are believed about who asks, separated by commas")
OIDC_URL = Setting("INTEGRATION_OIDC_URL", "", "discovery address of an OIDC provider (`…/.well-known/openid-configuration`); empty offers sign-in links only")
OIDC_CLIENT = Setting("INTEGRATION_OIDC_CLIENT", "", "client id that the OIDC provider knows this server by")
OIDC_SECRET = Setting("INTEGRATION_OIDC_SECRET", "", "client secret that goes with it")
OIDC_NAME = Setting("INTEGRATION_OIDC_NAME", "", "what the sign-in button says, such as `SURFconext`")
OIDC_TRUST = Setting(
    "INTEGRATION_OIDC_TRUST",
    "0",
    "1 takes addresses as verified where the provider does not say (Entra, one tenant of your own); 0 asks for `email_verified`",
)
SMTP_URL = Setting("INTEGRATION_SMTP_URL", "", "mail server, as `smtp://user:password@host:587?from=ineen@example.org` (or `smtps://`); empty sends no mail")
SECRET = Setting(
    "INTEGRATION_SECRET",
    "",
    "secret that seals cookies and sign-in links; empty keeps one in a file beside the store; a shared store needs it, the same on every server",
)
ADDRESS = Setting(
    "INTEGRATION_ADDRESS",
    "",
    "the address people use, as `https://ineen.example.org`: for links, for cookies, and the only host that is answered",
)
ZONE = Setting("INTEGRATION_ZONE", "Europe/Amsterdam", "zone in which a day begins and ends, such as `Europe/Brussels`; moments are stored in UTC")
CONTACT = Setting("INTEGRATION_CONTACT", "", "whom unknown people are told to ask for access, such as a name or a mail address")
FRAMES = Setting("INTEGRATION_FRAMES", "", "addresses of intranets that may show pages in a frame, separated by spaces; empty allows none")
DIGEST = Setting("INTEGRATION_DIGEST", "mon 7", "weekday and hour at which the digest is mailed, such as `fri 16`; `off` never")
REMIND_DAYS = Setting("INTEGRATION_REMIND_DAYS", "7", "days before a date that its owner is reminded by mail; 0 never")
MAIL_LANGUAGE = Setting("INTEGRATION_MAIL_LANGUAGE", "nl", "language of the mails that the app sends by itself: `nl` or `en`")
AUDIT_DAYS = Setting("INTEGRATION_AUDIT_DAYS", "365", "days that sign-ins, link openings and exports are kept one by one; then only their number per month")
LOG = Setting("INTEGRATION_LOG", "text", "form of the log on standard error: `text`, or `json` for one object a line")
METRICS_TOKEN = Setting(
    "INTEGRATION_METRICS_TOKEN",
    "",
    "token of 16 letters or more that `/metrics` asks for; where it is empty, only this machine itself may read it; nobody, once an address is set",
)

WEBHOOK_NETWORKS = Setting(
    "INTEGRATION_WEBHOOK_NETWORKS",
    "",
    "addresses or networks of your own that webhooks may send to, separated by commas; empty allows the public internet alone",
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFF = ("0", "no", "false")
SERVICE_HOME = Path("/var/lib/ineen")
SHARED = ("postgresql://", "postgres://")
SETTINGS = (
    STORE,
    COPY,
    MEMORY,
    THREADS,
    DEMO,
    WARM,
    ACCEPT_LOSS,
    SILENT_DAYS,
    PORT,
    LISTEN,
    PROXIES,
    SECRET,
    ADDRESS,
    ZONE,
    CONTACT,
    FRAMES,
    AUDIT_DAYS,
    DIGEST,
    REMIND_DAYS,
    MAIL_LANGUAGE,
    OIDC_URL,
    OIDC_CLIENT,
    OIDC_SECRET,
    OIDC_NAME,
    OIDC_TRUST,
    SMTP_URL,
    LOG,
    METRICS_TOKEN,
    WEBHOOK_NETWORKS,
)


def store_url() -> str:
    """The address of the database that several servers share; "" where the store is a file."""
    return STORE.text() if is_shared(STORE.text()) else ""


def is_shared(store: str) -> bool:
    """Whether this names a database that servers share, and no file."""
    return store.startswith(SHARED)


def store_path() -> Path:
    """Where the store file lives, or this server's copy of a shared one; a relative path counts from the home of data."""
    return data_home() / (COPY.text() if store_url() else STORE.text())


def data_home() -> Path:
    """The folder from which relative paths count: the checkout, or where an installed program keeps its data (the service's folder, else the person's)."""
    if not INSTALLED:
        return ROOT
    if service := os.environ.get("STATE_DIRECTORY", "").partition(":")[0]:
        return Path(service)
    # Where the service was set up, its operator means its store from any shell.
    return SERVICE_HOME if OF_THE_SERVICE.exists() else Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "ineen"


def make_data_folder(path: Path) -> None:
    """Make the folder that an installed program keeps its store in, for its account alone; any other folder is its owner's to make."""
    if INSTALLED and path.parent == data_home() / "data":
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def database_memory() -> int:
    """Megabytes that the database may take; less than 128 would not hold a large portfolio, and a server of a terabyte is a typing error."""
    return MEMORY.number(128, 262_144)


def database_threads() -> int:
    """Threads of the database: as set, else one per core up to 4, so that one question never takes a large server from everybody."""
    return THREADS.number(0, 64) or min(os.cpu_count() or 1, 4)


def demo_wanted() -> bool:
    """Whether an empty store is filled with the demo portfolio; where nobody said so, a checkout does."""
    return DEMO.text() not in OFF if DEMO.text() else not INSTALLED


def loss_accepted() -> bool:
    """Whether the start goes on with a store that misses what was acknowledged; said for one start, so no setting that stays."""
    return "--accept-loss" in sys.argv or ACCEPT_LOSS.text() == "1"


def silent_days() -> int:
    """Days without an update before a partnership counts as silent."""
    return SILENT_DAYS.number(1)


def public_address(seen: str = "") -> str:
    """Where people reach this server, without a slash at the end: as it is set, else as a browser is `seen` to reach it, else this machine."""
    scheme, _, rest = seen.partition("://")
    found = f"{scheme}://{rest.partition('/')[0]}" if rest else f"http://127.0.0.1:{PORT.text()}"
    return ADDRESS.text().rstrip("/") or found


def reminder_days() -> int:
    """Days before a date that its owner is reminded; 0 for never."""
    return REMIND_DAYS.number(0, 365)


def audit_days() -> int:
    """Days that single events are kept."""
    return AUDIT_DAYS.number(1)


def zone() -> ZoneInfo:
    """The zone in which a day begins and ends; raises ZoneUnknown."""
    return _zone(ZONE.text())


@cache
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ZoneUnknown(name=ZONE.name, value=name[:60]) from error
