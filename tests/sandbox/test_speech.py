"""What people type arrives as Slack would hand it on."""

import pytest

from sandbox import speech
from sandbox.world import World


@pytest.mark.parametrize(
    ("typed", "handed_on"),
    [
        ("Smith & Sons <3", "Smith &amp; Sons &lt;3"),
        ("ask @ravi, please", "ask <@U0RAVI0000>, please"),
        ("ask @nobody", "ask @nobody"),
        ("jane@mara.example", "<mailto:jane@mara.example|jane@mara.example>"),
        ("see https://acme.example/a?b=1.", "see <https://acme.example/a?b=1>."),
        ("in #leads", "in <#C0LEADS001|leads>"),
    ],
)
def test_a_message(typed: str, handed_on: str) -> None:
    assert speech.message(World(), typed) == handed_on


@pytest.mark.parametrize(
    ("escaped", "handed_on"), [(False, "Acme @ravi a@b.cd"), (True, "Acme <@U0RAVI0000|ravi> <mailto:a@b.cd|a@b.cd>")]
)
def test_a_command_as_the_manifest_wants_it(escaped: bool, handed_on: str) -> None:  # noqa: FBT001 - a row of the table
    assert speech.command(World(), "Acme @ravi a@b.cd", escaped=escaped) == handed_on
