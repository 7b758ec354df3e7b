"""The whole bot against the model: the same people, the same days, on both databases."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from sandbox.server import Sandbox
from tests.databases import Databases
from tests.machine.hands import LONG
from tests.machine.machine import Machine
from tests.machine.place import fresh
from tests.serving import Server


@pytest.mark.timeout(0 if LONG else 240)
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_whatever_people_do_the_bot_says_the_models_truth(
    engine: str, sandbox_server: Sandbox, server: Server, all_databases: Databases
) -> None:
    days = settings(
        max_examples=500 if LONG else 5,
        stateful_step_count=80 if LONG else 40,
        phases=[Phase.generate],  # making a day shorter takes longer than reading it
        suppress_health_check=list(HealthCheck),
    )

    class Here(Machine):
        def __init__(self) -> None:
            super().__init__(fresh(sandbox_server, server, all_databases, engine))

    run_state_machine_as_test(Here, settings=days, _min_steps=days.stateful_step_count)
