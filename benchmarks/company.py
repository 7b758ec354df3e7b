"""A company in a database: its people known, its channels and roles set, so that nothing is looked up or missing."""

from datetime import datetime

from benchmarks.payloads import ADMIN, REFERRERS, REPS, TEAM
from bot import services
from bot.ids import Origin, PersonId
from bot.people import Identity, Profile, Role
from bot.setup import Place
from storage.engine import open_engine
from storage.migrations import migrate
from storage.store import SqlStore


def company(url: str, now: datetime) -> list[PersonId]:
    """Returns who gives leads."""
    engine = open_engine(url)
    migrate(engine)
    store = SqlStore(engine)
    admin, referrers, reps = (_meet(store, users, now) for users in ([ADMIN], REFERRERS, REPS))
    places: dict[Place, str | None] = {Place.LEADS: "C0LEADS001", Place.WINS: "C0WINS0001"}
    services.set_places(store, Origin("places"), places, by=admin[0], now=now)
    services.set_people(store, Origin("people"), {Role.REP: reps}, {}, by=admin[0], now=now)
    engine.dispose()
    return referrers


def _meet(store: SqlStore, users: list[str], now: datetime) -> list[PersonId]:
    with store.write() as unit:
        return [
            unit.meet(
                Identity("slack", TEAM, user),
                Profile(user.title(), "Europe/Madrid", workspace_admin=user == ADMIN),
                now,
            ).id
            for user in users
        ]
