"""Slack's texts as HTML: every form is shown, and nothing that a person typed becomes HTML."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sandbox.page.mrkdwn import markdown, mrkdwn, plain
from sandbox.page.reader import Reader
from sandbox.page.rich import rich_text

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ERIN = Reader(ZoneInfo("Europe/Madrid"), NOON, people={"U1": "Erin <b>"}, channels={"C1": "leads"})
LINK = 'target="_blank" rel="noopener noreferrer"'


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("*bold* _slanted_ ~gone~", "<strong>bold</strong> <em>slanted</em> <s>gone</s>"),
        ("2*3*4 snake_case_name a ~ b", "2*3*4 snake_case_name a ~ b"),
        ("`*code*` and ```*more*\nlines```", "<code>*code*</code> and <pre>*more*\nlines</pre>"),
        ("one\ntwo", "one<br>two"),
        ("&gt; said\n&gt; twice\nafter", "<blockquote>said<br>twice</blockquote>after"),
        (
            "<https://a.example/?x=1&amp;y=2|A &amp; B>",
            f'<a href="https://a.example/?x=1&amp;y=2" {LINK}>A &amp; B</a>',
        ),
        ("see https://a.example/b_c_d.", f'see <a href="https://a.example/b_c_d" {LINK}>https://a.example/b_c_d</a>.'),
        ("<mailto:a@b.example|a@b.example>", f'<a href="mailto:a@b.example" {LINK}>a@b.example</a>'),
        ("<@U1> in <#C1>", '<span class="mention">@Erin &lt;b&gt;</span> in <span class="mention">#leads</span>'),
        ("<@U9|nobody>", '<span class="mention">@nobody</span>'),
        ("<!channel>", '<span class="mention">@channel</span>'),
        (":tada: :no_such_thing:", "🎉 :no_such_thing:"),
    ],
)
def test_each_form_is_shown(typed: str, shown: str) -> None:
    assert mrkdwn(typed, ERIN) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "`<script>alert(1)</script>`",
        "```<script>```",
        "*<script>*",
        "<javascript:alert(1)|press>",
        '<https://a.example/"onmouseover="alert(1)|x>',
        "https://a.example/'onmouseover='alert(1)",
        "<!date^1^<script>^x|y>",
        "<@U0|<script>>",
        "\ue0000\ue001<b>",
    ],
)
def test_nothing_typed_becomes_html(typed: str) -> None:
    for shown in (mrkdwn(typed, ERIN), markdown(typed, ERIN), plain(typed)):
        assert "<script" not in shown
        assert "<b>" not in shown
        assert 'href="javascript' not in shown
        assert '"onmouseover' not in shown
        assert "'onmouseover" not in shown


@pytest.mark.parametrize(
    ("pattern", "zone", "shown"),
    [
        ("{date_num} {time}", "Europe/Madrid", "2026-11-24 23:30"),
        ("{date_num} {time}", "Pacific/Auckland", "2026-11-25 11:30"),
        ("{date_pretty} at {time}", "Europe/Madrid", "today at 23:30"),
        ("{date_short_pretty}", "Pacific/Auckland", "today"),
        ("{date}", "America/New_York", "November 24th, 2026"),
        ("{date_long}", "America/New_York", "Tuesday, November 24th, 2026"),
        ("{ago} {unknown}", "Europe/Madrid", "in 10 hours {unknown}"),
    ],
)
def test_a_date_is_told_in_the_readers_zone(pattern: str, zone: str, shown: str) -> None:
    reader = Reader(ZoneInfo(zone), NOON)
    at = int(datetime(2026, 11, 24, 22, 30, tzinfo=UTC).timestamp())

    assert f">{shown}</time>" in mrkdwn(f"by <!date^{at}^{pattern}|then>", reader)


def test_a_reader_with_twelve_hours_has_a_morning_and_an_afternoon() -> None:
    assert ">1:00 PM<" in mrkdwn("<!date^1795525200^{time}|x>", Reader(ZoneInfo("UTC"), NOON, twelve_hours=True))


def test_rich_text_keeps_its_styles_and_escapes_its_words() -> None:
    words = {"type": "text", "text": "<b>", "style": {"bold": True}}
    item = {"type": "rich_text_section", "elements": [words, {"type": "user", "user_id": "U1"}]}
    block = {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": [item]}]}

    assert rich_text(block, ERIN) == (
        '<ul class="indent-0"><li><strong>&lt;b&gt;</strong><span class="mention">@Erin &lt;b&gt;</span></li></ul>'
    )
