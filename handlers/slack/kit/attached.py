"""The files of a message, as Slack tells of them, and as a form's metadata carries them to where they are kept.

https://docs.slack.dev/reference/events/message/file_share shows what is told, permalinks among it. Of a file from
another company Slack tells its id alone (`file_access`: "check_file_info"), and of one behind its limits no address:
these are left out, and the link to their message leads there.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from itertools import accumulate
from typing import Any

from bot import texts
from bot.attachments import Attachment

Message = Mapping[str, Any]
"""As Slack sends it."""

NAME = 80
"""Characters of a file's name, of which people see the beginning."""
ROOM = 2000
"""Characters of JSON in a form's metadata, beside a response_url."""
_PERMALINK = re.compile(r"https://[a-z0-9.-]+\.slack(?:-gov)?\.com/files/[^\s<>|]{1,400}", re.ASCII)


def of_message(message: Message) -> tuple[Attachment, ...]:
    """Those that have an address."""
    told = ((file.get("id"), file.get("title") or file.get("name"), file.get("permalink")) for file in _files(message))
    found = (_attachment(*one) for one in told)
    return tuple(one for one in found if one is not None)


def references(message: Message) -> frozenset[str]:
    return frozenset(str(file["id"]) for file in _files(message))


def _files(message: Message) -> Sequence[Message]:
    return message.get("files") or ()


def _attachment(reference: object, name: object, link: object) -> Attachment | None:
    """Also of what a form brings back, which is a claim."""
    if not all(isinstance(part, str) for part in (reference, name, link)) or not _PERMALINK.fullmatch(str(link)):
        return None
    return Attachment(str(reference), texts.short(str(name), NAME) or str(reference), str(link))


def write(files: Sequence[Attachment]) -> str:
    """As many as there is room for: their message leads to the others."""
    rows = [[file.reference, file.name, file.link] for file in files]
    sizes = accumulate(len(json.dumps(row)) + 1 for row in rows)
    kept = [row for row, size in zip(rows, sizes, strict=True) if size < ROOM]
    return json.dumps(kept, separators=(",", ":")) if kept else ""


def read(facts: Mapping[str, object]) -> tuple[Attachment, ...]:
    """What `write` wrote; nothing for anything else."""
    try:
        rows = json.loads(str(facts.get("files") or "[]"))
    except (ValueError, RecursionError):
        return ()
    found = (_attachment(*row) for row in rows if _is_row(row)) if isinstance(rows, list) else ()
    return tuple(one for one in found if one is not None)


def _is_row(row: object) -> bool:
    return isinstance(row, list) and len(row) == len(fields(Attachment))
