"""The installation's secret on PostgreSQL: never in the clear, and the same for as long as SECRET_KEY is."""

import pytest
from sqlalchemy import Engine, insert, select

from storage import secret
from storage.migrations import Unfit, migrate
from storage.secret import INSTALLATION, from_key
from storage.tables import secrets

BEFORE = b"made by the database itself, once"


@pytest.fixture
def engine(empty: Engine) -> Engine:
    migrate(empty)
    return empty


@pytest.mark.parametrize("empty", ["postgresql"], indirect=True)
def test_it_is_made_of_secret_key_and_stands_nowhere(engine: Engine) -> None:
    assert secret(engine, "hush") == from_key("hush")

    with engine.connect() as connection:
        assert connection.execute(select(secrets)).all() == []


@pytest.mark.parametrize("empty", ["postgresql"], indirect=True)
def test_what_an_older_database_had_in_the_clear_stays_the_same_and_is_encrypted(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(insert(secrets).values(name=INSTALLATION, value=BEFORE))

    first, second = secret(engine, "hush"), secret(engine, "hush")

    assert (first, second) == (BEFORE, BEFORE)
    with engine.connect() as connection:
        assert BEFORE not in b"".join(connection.execute(select(secrets.c.value)).scalars())
    with pytest.raises(Unfit) as told:
        secret(engine, "another")
    assert "SECRET_KEY is another one than before." in str(told.value.args)
