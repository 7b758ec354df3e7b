"""What every part of the store stands on: one connection, and rows read as values.

Statements that every click needs are built once, with parameters by name, and are Prepared: building one costs
SQLAlchemy several times what running it does, and running it several times what SQLite takes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from sqlalchemy import Column, Connection, Executable, Select, Table, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

from bot.ids import PersonId
from bot.matching import Known
from bot.people import Person
from bot.setup import Setup
from bot.store import Page
from storage.engine import OBSERVED
from storage.store.prepared import Given, Prepared

if TYPE_CHECKING:
    from storage.store.prepared import Driver

T = TypeVar("T")


def columns(table: Table, value: type[Any], *, without: tuple[str, ...] = ()) -> list[ColumnElement[Any]]:
    """The columns that a value has fields for."""
    return [table.c[its.name] for its in fields(value) if its.name not in without]


def below(prefix: str) -> str:
    """The first string in byte order after all that begin with `prefix`."""
    return prefix + "\U0010ffff"


@dataclass
class Compared:
    """What is compared of leads, as it was read, where a list is brought in; None of those that are held back."""

    known: dict[int, Known | None] = field(default_factory=dict)
    entry: int = 0
    """The last one of the history by then."""


@dataclass
class Shelf:
    """What a store remembers between transactions: the settings, with how many they are and the last one's number."""

    key: Callable[[], bytes] = bytes
    """Of keyed hashes."""
    settings: tuple[tuple[int, int], Setup] = field(default_factory=lambda: ((0, 0), Setup()))

    read: Compared = field(default_factory=Compared)

    def empty(self) -> None:
        self.settings = ((0, 0), Setup())


class Rows:
    """A transaction, for the parts of the store to read from."""

    locks: ClassVar[bool] = False
    """Whether a lead that is read stays locked (on PostgreSQL; SQLite has one writer anyway)."""

    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        self.connection = connection
        self.shelf = shelf
        self.is_sqlite = connection.dialect.name == "sqlite"
        observed = connection.get_execution_options().get(OBSERVED)
        self._raw = None if observed else cast("Driver", connection.connection.dbapi_connection)
        self._met: dict[PersonId, Person] = {}
        """Whom this transaction has looked up: a click asks for the same few people again and again."""
        self._admins: Sequence[Person] | None = None
        """Those of the workspace, if it has asked for them; where no desk is named a lead asks three times."""

    def _all(self, value: type[T], statement: Executable | Prepared, **given: object) -> list[T]:
        return [value(**row) for row in self._rows(statement, given)]

    def _first(self, value: type[T], statement: Executable | Prepared, **given: object) -> T | None:
        row = next(iter(self._rows(statement, given)), None)
        return None if row is None else value(**row)

    def _scalar(self, statement: Executable | Prepared, **given: object) -> Any:  # noqa: ANN401 - as the column has it
        return next((value for row in self._rows(statement, given) for value in row.values()), None)

    def _sum(self, statement: Prepared, **given: object) -> int:
        """Of the counts that several looks found."""
        return sum(int(value) for row in self._rows(statement, given) for value in row.values())

    def _rows(self, statement: Executable | Prepared, given: Given) -> Sequence[Mapping[str, Any]]:
        """All of them, by the names of their columns."""
        if isinstance(statement, Prepared):
            if self._raw is not None:
                made, cursor = statement.run(self._raw, self.connection.dialect, given)
                return [made.read(row) for row in cursor.fetchall()]
            statement = statement.statement
        return [dict(row) for row in self.connection.execute(statement, given).mappings()]

    def _one_each(self, statement: Prepared, given: Given) -> list[int]:
        """Of a statement that asks for one number a row: of them there are a hundred to each lead of a long list."""
        if self._raw is not None:
            return [number for (number,) in statement.run(self._raw, self.connection.dialect, given)[1].fetchall()]
        return list(self.connection.execute(statement.statement, given).scalars())

    def _change(self, statement: Prepared, **given: object) -> int:
        """Returns how many rows it was true of."""
        if self._raw is not None:
            return statement.run(self._raw, self.connection.dialect, given)[1].rowcount
        return self.connection.execute(statement.statement, given).rowcount

    def _page(self, value: type[T], statement: Select[Any], order: Sequence[Any], limit: int, offset: int) -> Page[T]:
        total = self._scalar(statement.with_only_columns(func.count()))
        items = self._all(value, statement.order_by(*order).limit(limit).offset(offset)) if total else []
        return Page(items, total, offset)

    def _insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """An insert that can say what to do ON CONFLICT: both engines have it, in the same words."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    def _add(self, table: Table, **row: object) -> int:
        return int(self._scalar(_adding(table), **row))


@cache
def _adding(table: Table) -> Prepared:
    return Prepared(table.insert().returning(table.c.id))


def due(found: Select[Any], moment: Column[Any], then: Column[Any]) -> Prepared:
    """Those whose moment has come by `now`, the first first, at most `limit`; locked against other replicas."""
    by_now = found.where(moment <= bindparam("now")).order_by(moment, then).limit(bindparam("limit"))
    return Prepared(by_now.with_for_update(skip_locked=True, key_share=True))


def row_of(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of our dataclasses
    """The value's fields, without the deep copies of `asdict`."""
    return dict(vars(value))


def count(table: Table, *conditions: ColumnElement[bool]) -> Select[int]:
    return select(func.count()).select_from(table).where(*conditions)
