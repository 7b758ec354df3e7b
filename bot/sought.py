"""What somebody looks for among all leads, and how far they may look."""

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.ids import PersonId
from bot.leads import CLOSED, OPEN, Given, Kind, Status

MOST_WORDS = 5
_WORD = re.compile(r"\w+")


class Whose(StrEnum):
    ALL = "all"
    MINE = "mine"
    GAVE = "gave"
    TEAM = "team"


class Stage(StrEnum):
    """Several statuses at once."""

    OPEN = "open"
    CLOSED = "closed"
    ANY = "any"


@dataclass(frozen=True)
class Sought:
    """The filters of a list of leads."""

    whose: Whose = Whose.ALL
    kind: Kind | None = None
    stage: Stage | Status = Stage.OPEN
    due_by: datetime | None = None
    """Only those whose referrer is to hear something by then: they need a word."""
    words: str = ""
    """Of the company, or of a first name; each may be the beginning of one."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return (self.kind,) if self.kind else tuple(Kind)

    @property
    def statuses(self) -> tuple[Status, ...]:
        if isinstance(self.stage, Status):
            return (self.stage,)
        several = {Stage.OPEN: OPEN, Stage.CLOSED: CLOSED, Stage.ANY: OPEN | CLOSED}
        return tuple(sorted(several[self.stage]))


@dataclass(frozen=True)
class Looked:
    """A page of what somebody looks for."""

    sought: Sought
    offset: int = 0


def written(looked: Looked) -> str:
    """To be kept with a person; without the words, which App Home does not ask for."""
    sought = looked.sought
    due_by = sought.due_by.isoformat() if sought.due_by else None
    return json.dumps([sought.whose, sought.kind, sought.stage, due_by, looked.offset])


def read(kept: str) -> Looked | None:
    """What `written` wrote; nothing where nothing was kept."""
    if not kept:
        return None
    whose, kind, stage, due_by, offset = json.loads(kept)
    its_stage = Stage(stage) if stage in set(Stage) else Status(stage)
    moment = datetime.fromisoformat(due_by) if due_by else None
    return Looked(Sought(Whose(whose), Kind(kind) if kind else None, its_stage, moment), offset)


@dataclass(frozen=True)
class Sight:
    """Which leads a person may see: `bot.rights` makes it, and a test holds it to `rights.may_see`."""

    person: PersonId
    member: bool
    """Sees every possible customer."""
    hires: bool
    """Sees every possible colleague."""
    manages: bool
    """Sees the possible colleagues of those they manage."""
    team: frozenset[PersonId] | None
    """Whom they manage; None means everybody."""
    waiting: bool
    """Sees the possible colleagues whom nobody has."""
    leads_team: bool
    """Has a board: a manager, or the desk that stands in while none is named."""


def words(text: str) -> tuple[str, ...]:
    """The words by which something is found: without accents, capitals and marks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(dict.fromkeys(_WORD.findall(bare.casefold())))


def words_of(given: Given) -> tuple[str, ...]:
    """Those of its name and of its contact's first name: what everybody who sees the lead may read of it."""
    return words(" ".join((given.name, *given.person.split()[:1])))
