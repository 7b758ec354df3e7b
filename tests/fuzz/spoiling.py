"""Spoils payloads: each is a real one with something missing, of another kind, too much, or of somebody else."""

import copy
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random
from urllib.parse import quote_plus, urlencode

from sandbox.records import Json, Value

TEXTS = (
    *("", " ", "0", "-1", "1e400", "9" * 21, "\x00", "\ud800", "\u202egnirts", "\N{PARTY POPPER}" * 50, "a" * 4000),
    *(
        "{}",
        "[]",
        "null",
        '{"lead": "x"}',
        '{"lead": 1, "move": "win"}',
        '{"lead": [1]}',
        "%00",
        "<!channel>",
        "=cmd()",
    ),
    *("2026-02-30", "25:99", "0000-00-00", "U0ERIN0000", "C0LEADS001", "T0SANDBOX1", "move:take", "form:lead"),
    *("../../etc/passwd", "1 OR 1=1", "\N{MATHEMATICAL DOUBLE-STRUCK DIGIT ONE}"),
)
OTHERS: Sequence[Value] = (
    None,
    True,
    False,
    0,
    -1,
    1 << 70,
    1.5,
    float("nan"),
    float("inf"),
    [],
    {},
    [[]],
    [None],
    {"": ""},
)
NAMES = (
    "id",
    "type",
    "user",
    "view",
    "value",
    "text",
    "actions",
    "state",
    "values",
    "event",
    "command",
    "challenge",
    "ssl_check",
)
STAMPED = ("trigger_id", "action_ts", "event_ts", "event_id", "hash", "ts")
"""Fields that are new each time: without that a spoilt copy would be known, and go no further."""


@dataclass(frozen=True)
class Thrown:
    """A request: its body, its headers."""

    raw: bytes
    headers: dict[str, str]


class Spoiler:
    def __init__(self, payloads: Sequence[Json], secret: str, stamp: int, seed: int) -> None:
        self.payloads = payloads
        self.secret = secret.encode()
        self.stamp = stamp
        self.random = Random(seed)  # noqa: S311 - a seed that can be told

    def next(self) -> Thrown:
        """Most are well signed: behind the signature is more to break."""
        chance = self.random.random()
        if chance < 0.05:
            return self._signed(self.random.randbytes(self.random.randrange(2000)), self._kind())
        payload = self._spoilt(copy.deepcopy(self.random.choice(self.payloads)))
        raw, kind = self._written(payload)
        if chance < 0.15:
            raw = self._flipped(raw)
        elif chance < 0.2:
            kind = self._kind()
        thrown = self._signed(raw, kind)
        return self._forged(thrown) if chance > 0.97 else thrown

    def _kind(self) -> str:
        return self.random.choice(("application/json", "application/x-www-form-urlencoded", "text/plain", "", "é"))

    def _spoilt(self, payload: Json) -> Json:
        self._stamp(payload)
        for _ in range(self.random.choice((0, 1, 1, 1, 2, 3, 8))):
            self._change(*self.random.choice(list(_places(payload))))
        return payload

    def _stamp(self, given: Value) -> None:
        """Another moment, another form."""
        for inside, name in list(_places(given)):
            if name in STAMPED or (name == "id" and inside.get("root_view_id")):
                inside[name] = f"{self.random.getrandbits(40)}.{self.random.getrandbits(20)}"

    def _change(self, inside: Value, name: Value) -> None:
        match self.random.randrange(6):
            case 0:
                del inside[name]
            case 1:
                inside[name] = copy.deepcopy(self.random.choice(OTHERS))
            case 2:
                inside[name] = self.random.choice(TEXTS)
            case 3:
                inside[name] = self._of_another(name)
            case 4 if isinstance(inside, dict):
                inside[self.random.choice(NAMES)] = inside[name]
            case _:
                inside[name] = [inside[name]] * self.random.randrange(3)

    def _of_another(self, name: Value) -> Value:
        """What another payload has under this name, or anywhere."""
        places = list(_places(self.random.choice(self.payloads)))
        same = [place for place in places if place[1] == name]
        inside, key = self.random.choice(same or places)
        return copy.deepcopy(inside[key])

    def _written(self, payload: Json) -> tuple[bytes, str]:
        form = "application/x-www-form-urlencoded"
        if "event" in payload or not payload:
            return json.dumps(payload).encode(), "application/json"
        if "command" in payload:
            return urlencode({name: str(value) for name, value in payload.items()}, errors="replace").encode(), form
        return b"payload=" + quote_plus(json.dumps(payload)).encode(), form

    def _flipped(self, raw: bytes) -> bytes:
        changed = bytearray(raw)
        for _ in range(self.random.randrange(1, 5)):
            at = self.random.randrange(len(changed) + 1)
            changed[at : at + self.random.randrange(3)] = self.random.randbytes(self.random.randrange(3))
        return bytes(changed)

    def _signed(self, raw: bytes, kind: str) -> Thrown:
        base = b"v0:%d:" % self.stamp + raw
        signature = "v0=" + hmac.new(self.secret, base, sha256).hexdigest()
        stamped = {"x-slack-request-timestamp": str(self.stamp), "x-slack-signature": signature}
        return Thrown(raw, stamped | {"content-type": kind})

    def _forged(self, thrown: Thrown) -> Thrown:
        name = self.random.choice([*thrown.headers, "x-slack-bolt-lazy-only", "content-length", "content-encoding"])
        return Thrown(thrown.raw, thrown.headers | {name: self.random.choice(("", "0", "é", "v0=", "9" * 30, "-1"))})


def _places(given: Value) -> "list[tuple[Value, Value]]":
    """Each place in it: what it is inside of, and its name or number there."""
    own: list[tuple[Value, Value]] = []
    if isinstance(given, dict):
        own = [(given, name) for name in given]
    elif isinstance(given, list):
        own = [(given, number) for number in range(len(given))]
    return own + [place for inside, name in own for place in _places(inside[name])]
