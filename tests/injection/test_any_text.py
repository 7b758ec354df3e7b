"""Any text through any door: the bot takes it or says why not, never fails, and says nothing that means more."""

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.texts import clean
from handlers.slack.kit.blocks import unmarked
from handlers.slack.messages.exports import guarded
from tests.injection.doors import DOORS, FIELDS
from tests.injection.oracle import meanings
from tests.injection.outputs import OURS, faults, fields
from tests.injection.table import bad_inputs
from tests.injection.test_bad_inputs import RUNS
from tests.slack.company import Company

NASTY = " <!here>*b*`c`{0}%s;=1"
TEXTS = st.lists(st.sampled_from([bad.typed[:300] for bad in bad_inputs()]) | st.text(st.characters()), max_size=4)


@given(TEXTS.map("".join))
def test_a_messages_line_means_nothing(text: str) -> None:
    assert meanings(unmarked(text)) == []


@given(TEXTS.map("".join))
def test_a_cell_runs_nothing(text: str) -> None:
    assert not [cell for sign in ";\n" for cell in guarded(clean(text)).split(sign) if RUNS.match(cell)]


@pytest.mark.parametrize("engine", ["sqlite"])
def test_the_doors_lead_to_every_field(slack: Company) -> None:
    for opens in DOORS.values():
        opens(slack, NASTY)

    assert fields(slack.sandbox.world) == FIELDS
    assert faults(slack.sandbox.world) == []


def test_any_text_through_any_door(slack: Company, caplog: pytest.LogCaptureFixture) -> None:
    for ours in OURS:
        caplog.set_level(logging.DEBUG, ours)
    world = slack.sandbox.world

    @settings(max_examples=settings().max_examples // 8, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(sorted(DOORS)), TEXTS.map("".join))
    def tried(door: str, text: str) -> None:
        world.calls.clear()
        world.answered.clear()
        caplog.clear()

        DOORS[door](slack, text)

        assert faults(world) == []
        assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []

    tried()
