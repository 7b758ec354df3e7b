"""Who reads the page: their zone and clock, and how moments look to them, Slack's date tokens among them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sandbox.records import DOMAIN
from sandbox.sight import DM

FILE = re.compile(r"https://[a-z0-9-]+\.slack\.com/files/[A-Z0-9]+/([A-Z0-9]+)(?:/|$)")
PERMALINK = re.compile(rf"https://{DOMAIN}\.slack\.com/archives/(\w+)/p(\d+)(\d{{6}})")
UNITS = ((86400, "day"), (3600, "hour"), (60, "minute"))


@dataclass(frozen=True)
class Reader:
    """`now` is the sandbox's present moment; `people` and `channels` give names for ids; `name` is the reader's own."""

    zone: ZoneInfo
    now: datetime
    twelve_hours: bool = False
    people: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    name: str = ""

    def local(self, ts: float | str) -> datetime:
        """That moment in the reader's zone; `ts` counts seconds since 1970, as Slack's do."""
        return datetime.fromtimestamp(float(ts), UTC).astimezone(self.zone)

    def follows(self, href: str) -> str:
        """Where on the page a permalink leads this reader; empty for every other address."""
        if file := FILE.match(href):
            return f"/pictures/{file[1]}"
        found = PERMALINK.fullmatch(href)
        if found is None:
            return ""
        place = self.channels.get(found[1], DM if found[1].startswith("D") else found[1])
        return f"/as/{self.name}/{place}#m{found[2]}-{found[3]}"

    def clock(self, at: datetime) -> str:
        return f"{at.hour % 12 or 12}:{at:%M %p}" if self.twelve_hours else f"{at:%H:%M}"

    def day(self, ts: float | str) -> str:
        """The heading above a day's messages."""
        at = self.local(ts)
        return self.nearby(at.date()).capitalize() or self.long(at)

    def long(self, at: datetime) -> str:
        return f"{at:%A}, {at.day} {at:%B}"

    def short(self, moment: datetime) -> str:
        at = moment.astimezone(self.zone)
        return f"{at:%a} {at.day} {at:%b}, {self.clock(at)}"

    def nearby(self, day: date) -> str:
        today = self.now.astimezone(self.zone).date()
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days, "")

    def dated(self, ts: str, pattern: str) -> str:
        """A date token's text (https://docs.slack.dev/messaging/formatting-message-text#date-formatting)."""
        at = self.local(ts)
        plain = {
            "date_num": f"{at:%Y-%m-%d}",
            "date": f"{at:%B} {ordinal(at.day)}, {at.year}",
            "date_short": f"{at:%b} {at.day}, {at.year}",
            "date_long": f"{at:%A}, {at:%B} {ordinal(at.day)}, {at.year}",
            "time": self.clock(at),
            "time_secs": f"{at:%H:%M:%S}",
            "ago": ago(at, self.now),
        }
        near = self.nearby(at.date())
        texts = plain | {f"{name}_pretty": near or plain[name] for name in ("date", "date_short", "date_long")}
        return re.sub(r"\{(\w+)\}", lambda found: texts.get(found[1], found[0]), pattern)


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def ago(at: datetime, now: datetime) -> str:
    seconds = int((now - at).total_seconds())
    size, unit = next(((size, unit) for size, unit in UNITS if abs(seconds) >= size), (1, "second"))
    count = abs(seconds) // size
    words = f"{count} {unit}{'' if count == 1 else 's'}"
    return f"{words} ago" if seconds >= 0 else f"in {words}"
