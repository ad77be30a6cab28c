"""`python -m tests.endure [SEED]`: hundreds of kills, mutations and full disks; exit 1 when anything acknowledged was lost in silence."""

import random
import sys

from tests.endure.disks import filled_up, limited
from tests.endure.files import mutations
from tests.endure.hot import hot_rows
from tests.endure.kills import kills, service_kills
from tests.endure.server import server_kills
from tests.endure.servers import main as servers_seen

KILLS, SERVICE_KILLS, SERVER_KILLS, MUTATIONS, SIZES = 100, 300, 50, 200, tuple(range(4, 28, 2))


def main() -> int:
    """All of it; returns 1 when something acknowledged was lost."""
    chance = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else None)
    acknowledged, lost = kills(KILLS, chance)
    print(f"{KILLS} kills of a process that writes: {acknowledged} rows acknowledged, {lost} lost", flush=True)
    rows, gone, services = service_kills(SERVICE_KILLS, chance)
    lost += gone
    print(f"{SERVICE_KILLS} kills at work in {len(services)} services: {rows} rows acknowledged, {gone} lost", flush=True)
    opened, saved, gone = server_kills(SERVER_KILLS, chance)
    lost += gone
    print(f"{SERVER_KILLS} kills of the running server: {opened} openings and {saved} saves acknowledged, {gone} lost", flush=True)
    found = hot_rows()
    lost += found["acknowledged and lost"] + found["refused and stored"] + found["copies that differ"]
    print(f"four writers on three hot rows of a shared store, three ends of the database and three kills: {found}", flush=True)
    lost += servers_seen()
    told = mutations(MUTATIONS, chance)
    print(f"{MUTATIONS} mutations: {dict(told)}", flush=True)
    for size in SIZES:
        lost += _full(size)
    return 1 if lost or told["lost in silence"] else 0


def _full(size: int) -> int:
    lost = 0
    for way in (limited, filled_up):
        try:
            saved, gone = way(size)
        except OSError as error:
            print(f"{size} MB, {way.__name__}: no such disk can be mounted here: {error}", flush=True)
            continue
        lost += gone
        print(f"{size} MB, {way.__name__}: full, {saved} saved, {gone} lost, saving went on", flush=True)
    return lost


if __name__ == "__main__":
    sys.exit(main())
