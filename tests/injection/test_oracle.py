"""The oracle finds all that Slack's documentation says means something, and misses nothing that the sandbox shows."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.page.mrkdwn import mrkdwn
from sandbox.page.reader import Reader
from sandbox.records import Json
from tests.injection.oracle import judged, meanings

READER = Reader(ZoneInfo("UTC"), datetime(2026, 11, 23, tzinfo=UTC), people={"U1": "Erin"}, channels={"C1": "leads"})
PIECES = st.sampled_from(
    ["*", "_", "~", "`", "```", "<", ">", "&lt;", "&gt;", "@U1", "#C1", "!here", "|", "\n", " ", "a"]
)


@pytest.mark.parametrize(
    "text",
    [
        *("<!channel>", "<!here>", "<!everyone>", "<@U1>", "<#C1>", "<!subteam^S1>", "<!date^1^{date}|x>"),
        *(
            "<https://a.example|x>",
            "https://a.example",
            "www.a.example",
            "a@b.example",
            "<mailto:a@b.example>",
            "tel:1",
        ),
        *("*a*", "_a_", "~a~", "`a`", "```a```", "> a", "&gt; a", "said\n&gt; a", "a & b", "&#60;", "a < b"),
    ],
)
def test_what_the_documentation_gives_a_meaning_is_found(text: str) -> None:
    assert meanings(text)


@pytest.mark.parametrize(
    "text", ["Acme", "5 &lt; 6 &amp; 7 &gt; 4", "3: yes, a.b", "@ noon", "🎉 :tada:", "#leads", "שלום"]
)
def test_plain_words_mean_nothing(text: str) -> None:
    assert meanings(text) == []


@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_the_sandbox_marks_the_oracle_finds(text: str) -> None:
    if re.search(r"<(?!br>)", mrkdwn(text, READER)):
        assert meanings(text)


@pytest.mark.parametrize(
    "said",
    [
        {"text": "*a*"},
        {"text": "a", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "a"}}]},
        {"blocks": [{"type": "markdown", "text": "a"}]},
        {"blocks": [{"type": "rich_text", "elements": [{"type": "broadcast", "range": "here"}]}]},
        {"blocks": [{"type": "rich_text", "elements": [{"type": "user", "user_id": "U1"}]}]},
        {"elements": [{"type": "link", "url": "javascript:alert(1)", "text": "a"}]},
        {"elements": [{"type": "link", "url": "https://evil.example", "text": "https://acme.example"}]},
        {"elements": [{"type": "link", "url": "mailto:evil@a.example", "text": "jane@acme.example"}]},
        {"elements": [{"type": "text", "text": "a", "style": {"code": True}}]},
        {"elements": [{"type": "button", "url": "https://evil.example"}]},
        {"blocks": [{"type": "image", "image_url": "https://evil.example/pixel.png", "alt_text": "a"}]},
        {"text": "a", "link_names": True},
        {"text": "a", "parse": "full"},
        {"view": {"title": {"type": "plain_text", "text": "a\u202eb"}}},
        {"view": {"title": {"type": "plain_text", "text": "a\ud800b"}}},
    ],
)
def test_what_would_ring_or_lead_astray_is_found_wherever_it_stands(said: Json) -> None:
    assert list(judged(said))


def test_text_as_it_is_and_links_that_lead_where_they_say_are_fine() -> None:
    link = {"type": "link", "url": "mailto:jos%C3%A9@acme.example", "text": "josé@acme.example"}
    words = {"type": "rich_text_section", "elements": [{"type": "text", "text": "<!here> *a*"}, link]}

    assert list(judged({"text": "a", "blocks": [{"type": "rich_text", "elements": [words]}]})) == []
