"""Taking everything along: a folder with every table of the installation as it is at one moment."""

import json
import os
import shutil
from pathlib import Path

from integration import __version__
from integration.errors.store import FolderThere
from integration.services.core.visit import moment_now
from integration.storage.core.database import Database
from integration.storage.file.backup import copy_out, copying_out
from integration.storage.file.leaving import written
from integration.storage.file.refusal import refuse

TOLD = "contents.json"


def leave(database: Database, folder: Path) -> dict[str, int]:
    """Write everything into a new folder while others go on saving; how many rows of which table.

    Raises FolderThere or StoreUnusable, and then leaves nothing behind.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderThere(path=folder)
    making = folder.with_name(f"{folder.name}.making-{os.urandom(4).hex()}")
    try:
        making.mkdir(mode=0o700)
        taken = moment_now()
        with copying_out(database.path) as copied:
            with database.outside(), database.reading() as cursor:
                copy_out(cursor, copied)
            counts = written(copied, making)
        told = {"program": f"ineen {__version__}", "taken_at": f"{taken:%Y-%m-%dT%H:%M:%S}Z", "rows": counts}
        (making / TOLD).write_text(json.dumps(told, indent=1), "utf-8")
        if folder.exists():
            folder.rmdir()
        making.rename(folder)
    except OSError as error:
        refuse(folder, error)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return counts
