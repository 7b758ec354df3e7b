"""What is done once when a database was brought back: it does not know what was said, and given out, since then.

It knows by a mark whether it stands where it did; a backup has another, and so has what PostgreSQL loaded from a dump.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, and_, exists, func, or_, select, text
from sqlalchemy.sql import ColumnElement

from bot.notices import State
from storage.migrations import alone
from storage.tables import OPEN, Row, entries, leads, notices, origins, people, restores, secrets, tellings

HOME = "home"
"""The secret that tells where the database stands: nobody else needs to know."""
AWAY = b""
WATCH = timedelta(days=7)
"""So long after, what is said for the first time is looked for in the platform's history before it is sent."""
LATELY = timedelta(days=7)
"""What was said so long before is shown anew, and whatever shows a lead that is open: it may have changed since."""
APART = timedelta(seconds=2)
"""Between two messages that are shown anew: Slack takes some 50 edits a minute, and people work meanwhile."""
FURTHER = {"leads": 1000}
"""How far numbers go on, so that none is given twice: what was lost still stands in messages, with its number."""
FURTHER_ELSEWHERE = 100_000


def settle_in(engine: Engine, *, now: datetime) -> bool:
    """Of a migrated database, before anything is heard or said; returns whether it was brought back."""
    with alone(engine) as connection:
        known = connection.execute(select(secrets.c.value).where(secrets.c.name == HOME)).scalar()
        here = _here(connection)
        if known is None:
            connection.execute(secrets.insert().values(name=HOME, value=here))
        elif known != here:
            _take_stock(connection, now)
            connection.execute(secrets.update().where(secrets.c.name == HOME).values(value=here))
        return known not in {None, here}


def send_away(connection: Connection) -> None:
    """Wherever it stands next, it was brought back."""
    connection.execute(secrets.delete().where(secrets.c.name == HOME))
    connection.execute(secrets.insert().values(name=HOME, value=AWAY))


def know_home(connection: Connection) -> None:
    """So that a dump of it is known as one."""
    if connection.execute(select(secrets.c.value).where(secrets.c.name == HOME)).first() is None:
        connection.execute(secrets.insert().values(name=HOME, value=_here(connection)))


def _here(connection: Connection) -> bytes:
    """PostgreSQL numbers its tables, and anew what it loads; a file is marked when it is copied.

    After a migration that makes one of these tables anew, the next start would settle in for nothing.
    """
    if connection.dialect.name == "sqlite":
        return b"here"
    numbers = text("SELECT 'people'::regclass::oid, 'leads'::regclass::oid, 'notices'::regclass::oid")
    return ",".join(map(str, connection.execute(numbers).one())).encode()


def _take_stock(connection: Connection, now: datetime) -> None:
    since = _last_known(connection, now)
    for table in Row.metadata.tables.values():
        if "id" in table.c and table.c.id.identity is not None:
            _go_further(connection, table.name, FURTHER.get(table.name, FURTHER_ELSEWHERE))
    connection.execute(restores.insert().values(since=since, until=now + WATCH))
    _let_wait(connection)
    _show_anew(connection, since, now)


def _last_known(connection: Connection, now: datetime) -> datetime:
    moments = (tellings.c.at, entries.c.at, origins.c.at, people.c.seen_at)
    known = [connection.execute(select(func.max(moment))).scalar() for moment in moments]
    return min(now, max((moment for moment in known if moment), default=now))


def _go_further(connection: Connection, table: str, by: int) -> None:
    given = {"table": table, "by": by}
    if connection.dialect.name == "postgresql":
        sequence = connection.execute(text("SELECT pg_get_serial_sequence(:table, 'id')"), given).scalar_one()
        last = f"greatest(last_value, (SELECT max(id) FROM {table}))"  # noqa: S608
        connection.execute(text(f"SELECT setval('{sequence}', {last} + :by) FROM {sequence}"), given)  # noqa: S608
    elif not connection.execute(text("UPDATE sqlite_sequence SET seq = seq + :by WHERE name = :table"), given).rowcount:
        connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :by)"), given)


def _let_wait(connection: Connection) -> None:
    """What was about to be said is asked again whether it is still worth saying."""
    connection.execute(notices.update().where(notices.c.state == State.SENDING).values(unsure=True))
    going = notices.c.state.in_([State.QUEUED, State.SENDING])
    connection.execute(notices.update().where(going).values(state=State.WAITING))


def _show_anew(connection: Connection, since: datetime, now: datetime) -> None:
    """Messages show what became of things since; nobody knows which, so none is taken for what it was."""
    connection.execute(notices.update().values(hash=""))
    stands = and_(notices.c.receipt != "", notices.c.shown > 0, or_(_told(since - LATELY), _shows_open_lead()))
    found = connection.execute(select(notices.c.id).where(stands).order_by(notices.c.id.desc())).scalars().all()
    anew = {"state": State.WAITING, "wanted": notices.c.wanted + 1, "until": None}
    for place, number in enumerate(found):
        due = {"due": now + place * APART}
        connection.execute(notices.update().where(notices.c.id == number).values(**anew, **due))


def _told(after: datetime) -> ColumnElement[bool]:
    return exists().where(tellings.c.notice == notices.c.id, tellings.c.at >= after)


def _shows_open_lead() -> ColumnElement[bool]:
    return exists().where(leads.c.id == notices.c.args["lead"].as_integer(), text(OPEN))
