"""What the strict Slack received: each message that reached somebody, by what it is; edits and cards apart."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sandbox import rules
from sandbox.world import Call, World

KINDS = (
    ("receipt", r"Lead \d+ is logged"),
    ("morning", r"Your leads today"),
    ("new lead", r".* is yours, given by|.* has you in mind for|.* at a company that you work with"),
    ("cover", r"You cover for|Welcome back|.* is .*'s now, and you cover for them"),
    ("desk", r"(A lead waits|\d+ leads wait) for somebody"),
    ("manager", r"(A lead|\d+ leads) could use your help today|\d+ leads? needs? you|Nothing needs you"),
    ("thanks", r"It is won: |.* thanks you for|Thank you for"),
    ("words wanted", r"Your words of thanks"),
    ("direct ask", r".* would like to know|.* can help with|.* could use your help|.* would like .* withdrawn"),
    ("word", r".* wrote to you about"),
    ("ledger", r"The ledger of who gave what"),
    ("update", r"Where your leads stand|.*: (.* has it|Nobody has it yet) · "),
    ("step", r".*Company \d+.*: "),
)
"""What a message is, by its line for the lock screen, as its reader would tell."""
ANSWERS = frozenset({"receipt", "new lead"})
"""What may answer the reader's own click."""
SILENT = {"chat.postMessage": "posted", "chat.update": "edited"}
TITLE = re.compile(r"Company \d+")


@dataclass(frozen=True)
class Post:
    """One message that reached somebody."""

    at: datetime
    reader: str
    zone: str
    """Where the reader was then."""
    kind: str
    titles: frozenset[str]
    """The leads that it names."""
    answers: bool
    """It answers what its reader did at that moment."""

    @property
    def local(self) -> datetime:
        return self.at.astimezone(ZoneInfo(self.zone))

    @property
    def day(self) -> date:
        return self.local.date()


@dataclass
class Mail:
    """All that was said, as it was received."""

    world: World
    posts: list[Post] = field(default_factory=list)
    silent: list[tuple[datetime, str]] = field(default_factory=list)
    """What notifies nobody: when, and what it is."""
    _read: int = 0

    def collect(self, actors: Collection[str] = ()) -> None:
        """What has come since the last time; `actors` are those who have done something since then."""
        with self.world.lock:
            calls, self._read = self.world.calls[self._read :], len(self.world.calls)
        for call in calls:
            if call.outcome == "ok":
                self._sort(call, actors)

    def since(self, moment: datetime) -> tuple[list[Post], Counter[str]]:
        return [post for post in self.posts if post.at >= moment], Counter(n for at, n in self.silent if at >= moment)

    def _sort(self, call: Call, actors: Collection[str]) -> None:
        channel = self.world.channels.get(str(call.args.get("channel")))
        if call.method == "views.publish":
            self.silent.append((call.at, "App Home kept up to date"))
        elif channel and call.method in SILENT:
            if channel.user and call.method == "chat.postMessage":
                self.posts.append(self._post(call, channel.user, actors))
            else:
                where = "direct messages" if channel.user else "cards and their threads"
                self.silent.append((call.at, f"{where} {SILENT[call.method]}"))

    def _post(self, call: Call, user: str, actors: Collection[str]) -> Post:
        reader, kind = self.world.users[user], kind_of(str(call.args["text"]))
        said = [str(call.args["text"]), *rules.texts(call.args.get("blocks"))]
        titles = frozenset(TITLE.findall("\n".join(said)))
        return Post(call.at, reader.name, reader.tz, kind, titles, kind in ANSWERS and reader.name in actors)


def kind_of(text: str) -> str:
    """Raises ValueError for a message that nobody knows: it would not be counted."""
    for kind, pattern in KINDS:
        if re.match(pattern, text, re.DOTALL):
            return kind
    raise ValueError(f"what kind of message is this? {text}")
