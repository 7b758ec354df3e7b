"""How many messages the product may send, as its arithmetic has it; and what was sent, as a table."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

from sandbox.week.company import ADMIN, DESK, MANAGERS
from sandbox.week.playing import COUNTED, Week
from sandbox.week.posts import Post

MANUAL = Path(__file__).parents[2] / "docs" / "use.md"
"""Where the table stands."""
_ROW = re.compile(r"^\| (an owner|a referrer|a manager|the lead desk) \| (.+?) \| (\d+) \|", re.MULTILINE)
AWAKE = time(8), time(19)
FRIDAY = 5
TOGETHER, CADENCE = timedelta(days=3), timedelta(days=7)
BESIDES = frozenset({"new lead", "cover", "direct ask", "receipt", "ledger"})
"""What an owner or a manager may get besides their one message a morning."""
NEWS = frozenset({"step", "word"})
ROLES = {"rep": "an owner", "giver": "a referrer", "manager": "a manager", DESK[0]: "the lead desk"}
KINDS = {
    "morning": "*Your leads today*",
    "new lead": "a lead that is theirs now, or first call on one",
    "direct ask": "somebody asks or helps",
    "cover": "they cover for somebody, or are back",
    "words wanted": "words of thanks are missing",
    "receipt": "the receipt of a lead they gave",
    "step": "what somebody did with it",
    "word": "a sentence from whoever has it",
    "update": "where their leads stand, on schedule",
    "thanks": "thanks for a lead that was won",
    "desk": "leads that nobody has taken",
    "manager": "the morning's message, or the digest",
    "ledger": "proof that nothing was changed, once",
}


def broken(week: Week) -> list[str]:
    """Each message too many, and each outside its reader's hours, in both weeks."""
    checks = (_hours, _mornings, _receipts, _steps, _updates)
    return [fault for check in checks for fault in check(week)]


def outdated(manual: str, counted: str) -> list[str]:
    """The rows of the manual's table that say another number; any change of what is said moves all of them a little."""
    written, now = _numbers(manual), _numbers(counted)
    return [
        f"docs/use.md says {many} of {' '.join(row)}, and it is {now.get(row, 0)}"
        for row, many in written.items()
        if abs(many - now.get(row, 0)) > 8 + now.get(row, 0) // 5
    ]


def _numbers(text: str) -> Mapping[tuple[str, str], int]:
    """Who gets how many of what, as a table has it."""
    return {(who, what): int(many) for who, what, many in _ROW.findall(text)}


def _hours(week: Week) -> Iterator[str]:
    for post in week.mail.posts:
        awake = AWAKE[0] <= post.local.time() < AWAKE[1] and post.day.isoweekday() <= FRIDAY
        if not (awake or post.answers):
            yield f"{post.reader} got {post.kind} at {post.local:%a %H:%M}"


def _mornings(week: Week) -> Iterator[str]:
    """One a working morning for an owner and for a manager."""
    counted = [post for post in week.mail.posts if role_of(post.reader) in {"rep", "manager"}]
    for (reader, day), many in Counter((p.reader, p.day) for p in counted if p.kind not in BESIDES).items():
        if many > 1:
            yield f"{reader} got {many} messages on {day}, besides new leads and direct asks"


def _receipts(week: Week) -> Iterator[str]:
    got = Counter(post.reader for post in week.mail.posts if post.kind == "receipt")
    for name in got | week.deeds.given:
        if got[name] != week.deeds.given[name]:
            yield f"{name} gave {week.deeds.given[name]} leads and got {got[name]} receipts"


def _steps(week: Week) -> Iterator[str]:
    """One message for each move of a lead, at most."""
    got = Counter(title for post in week.mail.posts if post.kind in NEWS for title in post.titles)
    for title, many in got.items():
        if many > week.deeds.told[title]:
            yield f"{title} made {week.deeds.told[title]} steps, and {many} messages told of them"


def _updates(week: Week) -> Iterator[str]:
    """A new lead's first word comes on its day. After that, what is due within three days is one message."""
    updates = [post for post in week.mail.posts if post.kind == "update"]
    for (reader, day), many in Counter((post.reader, post.day) for post in updates).items():
        if many > 1:
            yield f"{reader} got {many} updates on {day}"
    known, cadence = set[str](), list[Post]()
    for post in updates:
        cadence += [post] if post.titles & known else []
        known |= post.titles
    yield from _too_soon("to", TOGETHER, _moments(cadence, lambda post: [post.reader]))
    yield from _too_soon("on", CADENCE - TOGETHER, _moments(updates, lambda post: post.titles))


def _too_soon(what: str, least: timedelta, moments: dict[str, list[datetime]]) -> Iterator[str]:
    for name, times in moments.items():
        if any(after - before < least for before, after in pairwise(times)):
            yield f"two updates {what} {name} within {least.days} days"


def _moments(posts: Iterable[Post], keys: Callable[[Post], Iterable[str]]) -> dict[str, list[datetime]]:
    found = defaultdict[str, list[datetime]](list)
    for post in posts:
        for key in keys(post):
            found[key].append(post.at)
    return found


def role_of(name: str) -> str:
    if name in {ADMIN, *(manager for manager, _, _ in MANAGERS)}:
        return "manager"
    return name.rstrip("0123456789")


def table(week: Week) -> str:
    """The second week, in Markdown."""
    posts, silent = week.mail.since(datetime.combine(COUNTED, time(), UTC))
    rows = [row for role in ROLES for kind in KINDS for row in _row(role, kind, posts)]
    apart = "; ".join(f"{what} {many}" for what, many in sorted(silent.items()))
    lines = ["| who | gets | in all | most for one in a day |", "|---|---|---|---|", *rows]
    return "\n".join([*lines, "", f"Nobody is notified of the rest: {apart}."])


def _row(role: str, kind: str, posts: Iterable[Post]) -> list[str]:
    theirs = [post for post in posts if role_of(post.reader) == role and post.kind == kind]
    if not theirs:
        return []
    most = max(Counter((post.reader, post.day) for post in theirs).values())
    return [f"| {ROLES[role]} | {KINDS[kind]} | {len(theirs)} | {most} |"]
