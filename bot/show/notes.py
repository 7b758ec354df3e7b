"""What is said to one person beside the leads: a draft that was kept, a channel that is missing."""

from dataclasses import dataclass

from bot.ids import DraftId, LeadId, RemarkId
from bot.notices import Notice
from bot.remarks import Screen
from bot.setup import Place
from bot.store import Reading


@dataclass(frozen=True)
class DraftKept:
    """What was typed while Slack could not open a form."""

    draft: int
    text: str


@dataclass(frozen=True)
class DraftFinished:
    """What stands where a draft waited: it has become a lead."""

    draft: int


@dataclass(frozen=True)
class PlaceMissing:
    """Told to admins, without the lead: leads come in and no channel is set for them."""

    place: Place


@dataclass(frozen=True)
class Wrong:
    """What somebody says is wrong, told to the desk with the screen that they were on."""

    author: str
    text: str
    screen: Screen
    lead: LeadId | None


def remark(unit: Reading, notice: Notice) -> Wrong:
    said = unit.remark(RemarkId(int(str(notice.args["remark"]))))
    return Wrong(unit.person(said.by).name, said.text, said.screen, said.lead)


def draft_kept(unit: Reading, notice: Notice) -> DraftKept | DraftFinished | None:
    number = DraftId(int(str(notice.args["draft"])))
    try:
        draft = unit.draft(number)
    except KeyError:
        return DraftFinished(number) if notice.shown else None
    return DraftKept(draft.id, draft.text)


def place_missing(unit: Reading, notice: Notice) -> PlaceMissing | None:
    place = Place(str(notice.args["place"]))
    return None if place in unit.setup().places else PlaceMissing(place)
