"""What the columns of our tables are made of."""

from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from sqlalchemy import (
    JSON,
    Column,
    Identity,
    Integer,
    MetaData,
    String,
    Table,
    text,
)
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from bot.leads import CLOSED

E = TypeVar("E", bound=StrEnum)

OPEN = "status NOT IN (" + ", ".join(f"'{status}'" for status in sorted(CLOSED)) + ") AND part_of IS NULL"
"""Open leads, each once however many gave it.

In the very words of the partial index: SQLite uses one only where the query repeats its condition.
"""


class Word(TypeDecorator[E]):
    """An enum, kept as its word."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[E]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else self.words(value)


class Row(SQLModel):
    """What all tables share: constraints have names, so that a migration can speak of them."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def numbered() -> Any:  # noqa: ANN401 - SQLModel types its fields so
    """A number that is given by the database, and never again once it was."""
    return Field(default=None, sa_column=Column(Integer, Identity(), primary_key=True))


def word(words: type[StrEnum], *, nullable: bool = False, primary: bool = False) -> Any:  # noqa: ANN401
    return Field(sa_column=Column(Word(words), nullable=nullable, primary_key=primary))


def details() -> Any:  # noqa: ANN401
    return Field(sa_column=Column(JSON(none_as_null=True), nullable=False))


def refers(target: str, *, primary: bool = False) -> Any:  # noqa: ANN401
    return Field(foreign_key=target, primary_key=primary)


def may_refer(target: str) -> Any:  # noqa: ANN401
    return Field(default=None, foreign_key=target)


def only(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


def table(row: type[Row]) -> Table:
    """The table of a row, for queries in SQLAlchemy Core: the ORM costs what many inserts do."""
    return Row.metadata.tables[str(row.__tablename__)]
