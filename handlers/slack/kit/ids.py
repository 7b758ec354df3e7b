"""The ids that Slack hands back to us (of buttons, forms and their metadata), read and written in one place."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.errors import NoSuchLead

NEED_HELP = "form:help"
LEAD, EDIT, MOVE = "form:lead", "form:edit", "form:move"
KNOW, SAY, THANK = "form:know", "form:say", "form:thank"
QUESTION, ADVICE = "form:question", "form:advice"
SAME, CREDIT = "form:same", "form:change_credit"
DISPUTE, DISPUTE_ANSWER, DISPUTE_DECIDE = "form:dispute", "form:dispute:answer", "form:dispute:decide"
SPLIT, SPLIT_DIFFER, SPLIT_DECIDE = "form:split", "form:split:differ", "form:split:decide"
PLACES, PEOPLE, REPORTS, DAYS = "form:setup:places", "form:setup:people", "form:setup:reports", "form:setup:days"
DIGEST = "form:setup:digest"
TERMS, SNOOZE = "form:terms", "form:snooze"
REWARDED, BRING = "form:setup:rewarded", "form:setup:bring"
TIMES, CADENCES, WINDOW = "form:setup:times", "form:setup:cadences", "form:setup:window"
LOOKS, BROWSE, CRM, WRONG, AWAY = "form:looks", "form:browse", "form:crm", "form:wrong", "form:away"
TOLD, KEPT, KEPT_SURE = "form:setup:told", "form:setup:kept", "form:setup:kept:sure"
NOTICE, ERASED, PASS_ON = "page:notice", "page:erased", "page:pass_on"
PAGE, MINE, COMPANY = "page:lead", "page:mine", "page:company"
WORKERS, READ = "form:setup:workers", "page:read"
CONTACT, CORRECTION = "page:contact", "page:correction"
FIND_PERSON, PRIVACY, ERASE = "form:find_person", "form:privacy", "form:erase"
CORRECT, ALLOW = "form:correct", "form:allow"
"""Callback ids: forms are submitted, pages only read."""

METADATA = 3000
"""https://docs.slack.dev/reference/views/modal-views"""
DIGITS = 18
"""Of a number of ours."""
_NUMBER = re.compile(rf"\d{{1,{DIGITS}}}", re.ASCII)


@dataclass(frozen=True)
class Pressed:
    """A button: "move:take" on lead 42 is Pressed("move", "take", 42)."""

    verb: str
    detail: str
    number: int


def action(name: str, number: int, apart: str = "") -> str:
    """An action id. Where the same button stands several times on one surface, `apart` says in which list."""
    return f"{name}#{apart}{number}" if apart else name


def named(name: str) -> re.Pattern[str]:
    """Matches the action ids of this name, also where they stand apart; "move:" matches all that begin so."""
    return re.compile(f"^{re.escape(name)}" + ("" if name.endswith(":") else "(#|$)"))


def read(action_id: str, value: str | None) -> Pressed:
    """What was pressed; raises as `whole` does."""
    verb, _, detail = action_id.partition("#")[0].partition(":")
    return Pressed(verb, detail, number({"value": value}, "value"))


def write_metadata(facts: Mapping[str, str | int | None]) -> str:
    """A form's `private_metadata`: ids and a response_url, never contact data; what does not fit is left out."""
    kept = {name: fact for name, fact in facts.items() if fact not in (None, "")}
    packed = json.dumps(kept, separators=(",", ":"))
    while len(packed) > METADATA:
        kept.pop(max(kept, key=lambda name: len(str(kept[name]))))
        packed = json.dumps(kept, separators=(",", ":"))
    return packed


def number(facts: Mapping[str, object], name: str) -> int:
    """An id in a form's metadata, as `whole`."""
    return whole(facts.get(name, ""))


def whole(found: object) -> int:
    """Ids in payloads are claims: anything that is no number of ours raises NoSuchLead."""
    if not _NUMBER.fullmatch(str(found)):
        raise NoSuchLead
    return int(str(found))


def read_metadata(metadata: str) -> dict[str, str | int]:
    """What `write_metadata` wrote; empty for anything else."""
    try:
        facts = json.loads(metadata or "{}")
    except (ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}
