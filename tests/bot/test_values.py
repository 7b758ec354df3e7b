"""A value like another but for some fields is what `dataclasses.replace` makes of it."""

import dataclasses
import importlib
import pkgutil
from datetime import UTC, datetime

import bot
from bot.ids import LeadId, PersonId
from bot.leads import Kind, Lead, Status
from bot.values import replace

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
LEAD = Lead(Kind.SALES, "Acme", id=LeadId(1), referrer=PersonId(2), logged_at=NOW, moved_at=NOW)


def test_a_changed_value_is_what_dataclasses_make_of_it() -> None:
    taken = replace(LEAD, owner=PersonId(3), status=Status.ACCEPTED)

    assert taken == dataclasses.replace(LEAD, owner=PersonId(3), status=Status.ACCEPTED)
    assert hash(taken) == hash(dataclasses.replace(taken))


def test_the_value_that_is_changed_stays_as_it_was() -> None:
    before = dataclasses.replace(LEAD)

    replace(LEAD, owner=PersonId(3))

    assert before == LEAD


def test_every_value_of_the_domain_can_be_changed_by_copying_its_fields() -> None:
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if dataclasses.is_dataclass(value) and isinstance(value, type):
                assert value.__dictoffset__, f"{module.name}.{name} keeps nothing in __dict__"
                assert not hasattr(value, "__post_init__"), f"{module.name}.{name} checks what it is made of"
                assert all(its.init for its in dataclasses.fields(value)), f"{module.name}.{name} makes a field itself"
