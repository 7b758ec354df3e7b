"""Slack's text formats as HTML with everything escaped: mrkdwn, plain text, and the markdown block's markdown."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from sandbox.page.emoji import emoji
from sandbox.page.reader import Reader

STASH, END = "\ue000", "\ue001"
KEPT = re.compile(f"{STASH}([0-9]+){END}")
SAFE_LINK = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
FENCE = re.compile(r"```\n?(.*?)\n?```", re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
CONTROL = re.compile(r"<([^<>\n]+)>")
BARE_LINK = re.compile(r"(https?://[^\s<>]*[^\s<>.,;:!?)'\"])")
QUOTE = re.compile(r"^&gt; ?(.*)(?:\n|$)", re.MULTILINE)
MARKS = (
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\w*])"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+)(?<=\S)_(?![\w_])"), r"<em>\1</em>"),
    (re.compile(r"(?<![\w~])~(?=\S)([^~\n]+)(?<=\S)~(?![\w~])"), r"<s>\1</s>"),
)
MARKDOWN_AS_MRKDWN = (
    (re.compile(r"^#{1,6} +(.+)$", re.MULTILINE), r"*\1*"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"*\2*"),
    (re.compile(r"~~(.+?)~~"), r"~\1~"),
    (re.compile(r"^( *)[-*+] +", re.MULTILINE), r"\1• "),
    (re.compile(r"\[([^\]\n]+)\]\((\S+?)\)"), r"<\2|\1>"),
)


def decoded(text: str) -> str:
    """Slack encodes three characters and no others."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def link(href: str, label: str, reader: Reader) -> Markup:
    """A link where the address is one a person may follow; otherwise only its words; permalinks lead to the page."""
    here = reader.follows(href)
    if here:
        return Markup('<a href="{}">{}</a>').format(here, label)
    if not SAFE_LINK.match(href):
        return escape(label)
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(href, label)


def mention(label: str) -> Markup:
    return Markup('<span class="mention">{}</span>').format(label)


def moment(ts: str, pattern: str, reader: Reader) -> Markup:
    at = reader.local(ts)
    full = f"{at:%A, %d %B %Y, %H:%M %Z}"
    return Markup('<time datetime="{}" title="{}">{}</time>').format(at.isoformat(), full, reader.dated(ts, pattern))


def special(name: str, label: str, reader: Reader) -> Markup:
    kind, *rest = name.split("^")
    if kind == "date" and len(rest) > 1 and re.fullmatch(r"-?\d{1,11}", rest[0]):
        return moment(rest[0], rest[1], reader)
    return mention(f"@{kind}" if kind in ("here", "channel", "everyone") else label or f"@{kind}")


def control(inside: str, reader: Reader) -> Markup:
    """What stands between angle brackets: a mention, a special, a link, or nothing that Slack knows."""
    target, _, label = decoded(inside).partition("|")
    sign, name = target[:1], target[1:]
    if sign == "@":
        return mention("@" + reader.people.get(name, label or name))
    if sign == "#":
        return mention("#" + reader.channels.get(name, label or name))
    if sign == "!":
        return special(name, label, reader)
    return (
        link(target, label or target.removeprefix("mailto:"), reader)
        if SAFE_LINK.match(target)
        else escape(f"<{target}>")
    )


def bare(code: str) -> str:
    """Inside code, links are only words."""
    return decoded(CONTROL.sub(lambda found: found[1].partition("|")[2] or found[1], code))


def mrkdwn(text: str, reader: Reader) -> Markup:
    """Safe HTML; code, links and mentions are set aside first and put back last, so nothing in them is read twice."""
    kept: list[Markup] = []

    def keep(make: Callable[[str], Markup]) -> Callable[[re.Match[str]], str]:
        def set_aside(found: re.Match[str]) -> str:
            kept.append(make(found[1]))
            return f"{STASH}{len(kept) - 1}{END}"

        return set_aside

    text = text.replace(STASH, "").replace(END, "")
    text = FENCE.sub(keep(lambda code: Markup("<pre>{}</pre>").format(bare(code))), text)
    text = CODE.sub(keep(lambda code: Markup("<code>{}</code>").format(bare(code))), text)
    text = CONTROL.sub(keep(lambda inside: control(inside, reader)), text)
    text = BARE_LINK.sub(keep(lambda href: link(decoded(href), decoded(href), reader)), text)
    shown = str(escape(decoded(emoji(text))))
    for sign, tag in MARKS:
        shown = sign.sub(tag, shown)
    shown = QUOTE.sub(r"<blockquote>\1</blockquote>", shown).replace("</blockquote><blockquote>", "<br>")
    shown = KEPT.sub(lambda found: str(kept[int(found[1])]), shown.replace("\n", "<br>"))
    return Markup(shown)  # noqa: S704 (every piece was escaped above)


def plain(text: str) -> Markup:
    """A plain_text object: shortcodes become emoji, nothing else is read."""
    return Markup("<br>").join(emoji(text).split("\n"))


def markdown(text: str, reader: Reader) -> Markup:
    """The markdown block, near enough: headings and bold, strike, lists and links."""
    for sign, form in MARKDOWN_AS_MRKDWN:
        text = sign.sub(form, text)
    return mrkdwn(text, reader)
