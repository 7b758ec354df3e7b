"""What is held up is tried again, because an admin says that it is mended."""

from datetime import datetime

from bot import parking
from bot.answers import Answer
from bot.ids import PersonId
from bot.services.once import once
from bot.services.setup import check_admin
from bot.store import Unit


@once
def try_parked(unit: Unit, *, by: PersonId, now: datetime) -> Answer:
    check_admin(unit, by)
    return Answer("parked_again" if parking.let_all_go(unit, now=now) else "parked_none")
