"""Statements that every click needs, made once and run on the driver's own connection.

SQLAlchemy takes some 30 µs on SQLite and some 150 on PostgreSQL to run a statement that it has compiled before, the
drivers 4 and 60: a submit has sixteen. What SQLAlchemy knows (the words, and how each type is kept) is asked once a
statement and an engine.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from sqlalchemy import JSON, Dialect, Executable
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine
from sqlmodel.sql.sqltypes import UTCDateTime

if TYPE_CHECKING:
    import psycopg

    Driver: TypeAlias = sqlite3.Connection | psycopg.Connection[Any]
    Found: TypeAlias = sqlite3.Cursor | psycopg.Cursor[Any]

Turn = Callable[[Any], Any]
"""A value to how it is kept, or back."""
Given = Mapping[str, object]


class Prepared:
    """A statement with its parameters by name; one without values of its own writes those columns that are given."""

    def __init__(self, statement: Executable) -> None:
        self.statement = statement
        self._made: dict[tuple[str, ...], _Made] = {}

    def run(self, raw: "Driver", dialect: Dialect, given: Given) -> "tuple[_Made, Found]":
        names = (dialect.name, *given)
        made = self._made.get(names)
        if made is None:
            made = self._made[names] = _make(self.statement, dialect, given)
        kept = made.kept(given)
        if dialect.name == "sqlite":
            return made, cast("sqlite3.Connection", raw).execute(made.words, kept)
        named = dict(zip(made.parameters, kept, strict=True))
        return made, cast("psycopg.Connection[Any]", raw).execute(made.words.encode(), named)


@dataclass(frozen=True)
class _Made:
    words: str
    parameters: Sequence[str]
    """By place, where the engine knows no names."""
    own: Sequence[tuple[int, object]]
    """The statement's own values, with their places."""
    keeping: Sequence[tuple[int, Turn]]
    """How values are kept that are not kept as they are."""
    columns: Sequence[str]
    turns: Sequence[tuple[str, Turn]]
    """Of the columns whose values are not kept as they are."""

    def kept(self, given: Given) -> list[object]:
        """The values by place, as the engine has them."""
        values = [given.get(name) for name in self.parameters]
        for place, value in self.own:
            values[place] = value
        for place, turn in self.keeping:
            values[place] = turn(values[place])
        return values

    def read(self, row: Sequence[Any]) -> dict[str, Any]:
        found = dict(zip(self.columns, row, strict=True))
        for name, turn in self.turns:
            found[name] = turn(found[name])
        return found


def _make(statement: Executable, dialect: Dialect, given: Given) -> _Made:
    if not isinstance(statement, ClauseElement):
        raise TypeError(statement)
    compiled = statement.compile(dialect=dialect, column_keys=list(given))
    if not isinstance(compiled, SQLCompiler):
        raise TypeError(statement)
    if compiled.prefetch or compiled.post_compile_params or compiled.literal_execute_params:
        raise TypeError(statement)  # it would have to be made anew for each run
    fixed = compiled.construct_params(given)
    kinds = {name: bind.type for bind, name in compiled.bind_names.items()}
    parameters = list(compiled.positiontup or fixed)
    keeping = [(place, _kept(kinds[name], dialect)) for place, name in enumerate(parameters)]
    columns = getattr(statement, "exported_columns", ())
    turns = [(column.key, _told(column.type, dialect)) for column in columns]
    return _Made(
        str(compiled),
        parameters,
        [(place, fixed[name]) for place, name in enumerate(parameters) if name not in given],
        [(place, turn) for place, turn in keeping if turn is not _as_it_is],
        [name for name, _ in turns],
        [(name, turn) for name, turn in turns if turn is not _as_it_is],
    )


def _kept(kind: TypeEngine[Any], dialect: Dialect) -> Turn:
    if dialect.name == "sqlite" and isinstance(kind, UTCDateTime):
        return _stamp
    if dialect.name == "sqlite" and isinstance(kind, JSON):
        return _words if kind.none_as_null else json.dumps
    return kind.dialect_impl(dialect).bind_processor(dialect) or _as_it_is


def _told(kind: TypeEngine[Any], dialect: Dialect) -> Turn:
    if dialect.name == "sqlite" and isinstance(kind, UTCDateTime):
        return _moment
    if dialect.name == "sqlite" and isinstance(kind, JSON):
        return _value
    return kind.dialect_impl(dialect).result_processor(dialect, None) or _as_it_is


def _stamp(moment: datetime | None) -> str | None:
    """As SQLAlchemy keeps it, by one call instead of five; a lead has ten moments. Raises ValueError without a zone."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(UTC).isoformat(" ", "microseconds")[:26]


def _moment(kept: str | None) -> datetime | None:
    return None if kept is None else datetime.fromisoformat(kept).replace(tzinfo=UTC)


def _words(value: object) -> str | None:
    return None if value is None else json.dumps(value)


def _value(kept: str | None) -> object:
    return None if kept is None else json.loads(kept)


def _as_it_is(value: object) -> object:
    return value
