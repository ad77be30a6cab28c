"""A reproducible Office file: its bytes depend on what is in it alone, not on the clock of the machine that made it."""

import io
import re
import zipfile
from datetime import datetime

STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def reproducible(made: bytes, moment: datetime) -> bytes:
    """The same file with one fixed moment in its properties, its entries without a time, and the workbooks inside it likewise."""
    stamp, out = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            body = source.read(name)
            if name.endswith(".xlsx"):
                body = reproducible(body, moment)
            elif name == "docProps/core.xml":
                body = STAMPS.sub(rb"\g<1>" + stamp + rb"\g<2>", body)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, body)
    return out.getvalue()
