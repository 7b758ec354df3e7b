"""What is stuck, to whoever is "the manager": who waits, what can be done, and what has become of it since."""

from dataclasses import dataclass
from datetime import datetime

from bot import notices
from bot.ids import PersonId
from bot.leads import Lead
from bot.notices import Notice
from bot.show.cards import Line, last_line
from bot.show.leads import without_contact
from bot.show.seen import may_see
from bot.show.waiting import Waiting, is_stuck, waiting_of
from bot.store import Reading


@dataclass(frozen=True)
class Escalated:
    """One message a manager's morning."""

    waiting: tuple[Waiting, ...]
    settled: tuple[tuple[Lead, Line], ...]
    """What was stuck when it was said, and the last thing that happened since."""


def escalated(unit: Reading, notice: Notice) -> Escalated | None:
    reader = unit.person(PersonId(int(str(notice.args["person"]))))
    at = datetime.fromisoformat(str(notice.args["at"]))
    leads = [unit.lead(one) for one in notices.leads_in(notice.args, "leads") if may_see(unit, reader, one)]
    waiting = waiting_of(unit, [lead for lead in leads if is_stuck(lead, at)], reader, at)
    if not waiting and not notice.shown:
        return None
    settled = [lead for lead in leads if not is_stuck(lead, at)]
    return Escalated(waiting, tuple((without_contact(lead), last_line(unit, lead)) for lead in settled))
