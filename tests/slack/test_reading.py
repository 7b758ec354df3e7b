"""Slack's markup is read away; what people typed themselves stays."""

import pytest

from handlers.slack.kit.reading import spoken, typed


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<mailto:jane@acme.example|jane@acme.example>", "jane@acme.example"),
        ("<mailto:jane@acme.example|Jane>", "Jane jane@acme.example"),
        ("<tel:+34600000000|+34 600 000 000>", "+34 600 000 000 +34600000000"),
        ("<https://acme.example|acme.example>", "https://acme.example"),
        ("<https://acme.example>", "https://acme.example"),
        ("a < b & c > d", "a < b & c > d"),
        ("<!channel>", "<!channel>"),
        ("&amp; co", "&amp; co"),
    ],
)
def test_in_a_form(text: str, plain: str) -> None:
    assert typed(text) == plain


@pytest.mark.parametrize(
    ("text", "plain", "people"),
    [
        ("Acme &amp; Sons &lt;3", "Acme & Sons <3", ()),
        ("Acme <@U1|ravi>", "Acme ", ("U1",)),
        ("see <#C1|leads>", "see leads", ()),
        ("<!here> Acme", "here Acme", ()),
        ("<!subteam^S1|@reps>", "@reps", ()),
        ("<!date^1795305273^{date}|22 November>", "22 November", ()),
        ("&amp;lt;", "&lt;", ()),
    ],
)
def test_in_a_command_or_a_message(text: str, plain: str, people: tuple[str, ...]) -> None:
    found = spoken(text, name=lambda _: "")

    assert (found.text, found.people) == (plain, people)
