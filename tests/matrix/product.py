"""What product.md says of who may do what, as the matrix's own data: it asks nothing of the code that it tests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SALES, TALENT = "sales", "talent"
KINDS = (SALES, TALENT)

# People. Everybody is called by their role, so that a cell that fails reads as a sentence.

REFERRER, HELPER, COVER = "referrer", "helper", "cover"
HAS: Mapping[str, str] = {SALES: "owner", TALENT: "scout"}
"""Who works the possible customers that somebody works, and who the possible colleagues."""
AWAY = "traveller"
"""Works both kinds, and is away: `cover` looks after it."""
CALLED: Mapping[str, str] = {SALES: "rep", TALENT: "recruiter"}
"""Who has first call, where somebody has."""
INSIDE = (
    *(REFERRER, HELPER, COVER, "owner", "scout", AWAY, "rep", "recruiter", "marketer"),
    *("manager", "rival", "desk", "deputy", "admin", "employee", "former"),
)
"""`manager` manages the owners, `rival` is the manager of another team; `former` had every lead once."""
MEMBERS_ONLY = "Only full members of this workspace can do that. A colleague who is one can log a lead for you."
OUTSIDE: Mapping[str, str] = {
    "guest": MEMBERS_ONLY,
    "leaver": MEMBERS_ONLY,
    "stranger": "Only people of this workspace can do that.",
}
"""A guest, somebody deactivated, somebody of another workspace: what each reads, whatever they do."""
UNKNOWN, GIVER = "unknown", "unknown giver"
"""Whom Slack cannot tell us about: one who gave nothing, and one who gave a lead of each kind."""

NO_SUCH_LEAD = "There is no such lead."


@dataclass(frozen=True)
class Stage:
    """A lead of this kind in this status, which nobody has, or `owned`, or whose owner is `away`."""

    kind: str
    status: str
    has: str = ""
    """"", "owned", "away"; "call" where somebody has first call; "asked" where its referrer would like it back,
    "taken back" where they have it, "for them" where a colleague logged it, "from outside", and "joined"."""
    by: str = REFERRER

    def __str__(self) -> str:
        return f"a {self.kind} lead, {self.status}{', ' + self.has if self.has else ''}"


WORKED: Mapping[str, tuple[str, ...]] = {
    SALES: ("accepted", "contacted", "meeting", "proposal"),
    TALENT: ("accepted", "screening", "interviewing", "offer"),
}
FREE: Mapping[str, tuple[str, ...]] = {SALES: ("new", "qualifying", "sales_ready"), TALENT: ("new",)}
CLOSED = ("won", "lost", "declined")


def stages(kind: str) -> list[Stage]:
    free = [Stage(kind, status) for status in (*FREE[kind], "nurturing")]
    had = [Stage(kind, status, "owned") for status in (*WORKED[kind], "nurturing", *CLOSED)]
    special = [Stage(kind, "accepted", "away"), Stage(kind, "new" if kind == TALENT else "sales_ready", "call")]
    return free + had + special


def asked_back(kind: str) -> Stage:
    """Its referrer has asked its owner to withdraw it: only of *Withdraw* does that make a difference."""
    return Stage(kind, "accepted", "asked")


def taken_back(kind: str) -> Stage:
    return Stage(kind, "declined", "taken back")


def from_outside(kind: str) -> Stage:
    """Its referrer is the liaison of whoever gave it."""
    return Stage(kind, "new", "from outside")


def joined(kind: str) -> Stage:
    """It goes on as part of another one."""
    return Stage(kind, "new", "joined")


def shared(kind: str) -> Stage:
    """Whoever had it before gave it too."""
    return Stage(kind, "accepted", "shared")


def splitting(kind: str) -> Stage:
    """The same, and its owner proposed how its credit is split: a manager is asked, and nobody has answered."""
    return Stage(kind, "accepted", "splitting")


def for_them(kind: str) -> Stage:
    """A colleague of its referrer logged it."""
    return Stage(kind, "new", "for them")


# The table of product.md, row for row. In its columns: `free` is new, qualifying and sales_ready, `worked` accepted and
# later, `open` every status that is not closed; `x?` is x while nobody has the lead, `x!` is x once somebody has it.

BUTTONS = """
move     | sales: from → to                   | talent: from → to                 | who
take     | sales_ready → accepted             | new → accepted                    | worker desk
give     | free worked → accepted             | new worked → accepted             | desk manager
qualify  | new → qualifying                   |                                   | marketer
ready    | new qualifying → sales_ready       |                                   | marketer
spoke    | worked → contacted                 | worked → screening                | owner cover
meeting  | worked → meeting                   | worked → interviewing             | owner cover
proposal | worked → proposal                  | worked → offer                    | owner cover
win      | worked → won                       | worked → won                      | owner cover manager
lose     | worked → lost                      | worked → lost                     | owner cover manager
warm     | open → nurturing                   | open → nurturing                  | owner cover marketer? desk?
wake     | nurturing → awake                  | nurturing → awake                 | owner cover marketer desk
decline  | free accepted nurturing → declined | new accepted nurturing → declined | marketer desk owner manager
pass     | worked nurturing → same            | worked nurturing → same           | owner cover manager
back     | worked → sales_ready               | worked → new                      | owner
withdraw | new asked → declined               | new asked → declined              | referrer
rekind   | new accepted → new                 | new accepted → new                | referrer? owner desk!
reopen   | lost declined → resumed            | lost declined → resumed           | owner manager desk
unwin    | won → resumed                      | won → resumed                     | manager
note     | open → same                        | open → same                       | owner cover marketer? helper
step     | open → same                        | open → same                       | owner cover marketer?
called   | open → same                        | open → same                       | owner cover marketer?
wrote    | open → same                        | open → same                       | owner cover marketer?
met      | open → same                        | open → same                       | owner cover marketer?
still    | worked → same                      | worked → same                     | owner cover
wait     | worked → same                      | worked → same                     | owner cover
inform   | open → same                        | open → same                       | owner cover marketer desk
need     |                                    |                                   | owner
"""
"""Where this is not the letter of product.md:

- *I'll take it* is also the desk's: "what nobody has taken goes to the lead desk in one message (Give to… · I'll take
  it · Not for us)". With a marketer named, as here, a new possible customer is nobody's to take yet.
- *Not for us* also starts from *keeping warm*: "`nurturing`, `declined` from any open status". What is kept warm and
  nobody has could not be closed otherwise.
- *Withdraw* "later asks the owner": once it has, it is also theirs, their cover's and their manager's (`asked`).
- *still working* and *waiting until* are answers of the owner, which product.md names below its table.
- *They know* is for whoever is reminded, and marketing. *Unlock…* starts nowhere here: none of these is locked.
- How to reach somebody the desk reads while nobody has the lead: admins stand in for it, who "read no leads".
- "marketer while theirs" is `marketer?`, and "advisers" are the helpers.
"""


@dataclass(frozen=True)
class Button:
    move: str
    starts: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, str]
    who: tuple[str, ...]

    def may(self, name: str, stage: Stage) -> bool:
        """Whether product.md lets this person do that, wherever the lead is."""
        if stage.has == "call" and self.move == "take":
            return allowed(("called",), name, stage)
        asked = stage.has == "asked" and self.move == "withdraw"
        return allowed(("owner", "manager") if asked else self.who, name, stage)

    def starts_at(self, stage: Stage) -> bool:
        """Whether it starts from where such a lead is."""
        starts = self.starts[stage.kind]
        return stage.status in starts or stage.has in {*starts} - {""}

    def end(self, stage: Stage) -> str:
        """The status afterwards."""
        end = self.ends[stage.kind]
        awake = "accepted" if stage.has else "new"
        return {"same": stage.status, "awake": awake, "resumed": "accepted"}.get(end, end)


def buttons() -> list[Button]:
    rows = [[cell.strip() for cell in row.split("|")] for row in BUTTONS.strip().splitlines()[1:]]
    return [_button(*row) for row in rows]


def _button(move: str, sales: str, talent: str, who: str) -> Button:
    halves = {kind: cell.partition("→") for kind, cell in ((SALES, sales), (TALENT, talent))}
    starts = {kind: _statuses(kind, half[0].split()) for kind, half in halves.items()}
    return Button(move, starts, {kind: half[2].strip() for kind, half in halves.items()}, tuple(who.split()))


def _statuses(kind: str, words: list[str]) -> tuple[str, ...]:
    several = {"free": FREE[kind], "worked": WORKED[kind], "open": (*FREE[kind], *WORKED[kind], "nurturing")}
    return tuple(status for word in words for status in several.get(word, (word,)))


HAD = ("owned", "asked", "shared", "splitting")
"""By whoever usually has one."""


def relations(name: str, stage: Stage) -> set[str]:
    """How somebody stands to such a lead, in the words of the table."""
    sales, has = stage.kind == SALES, {**dict.fromkeys(HAD, HAS[stage.kind]), "away": AWAY}.get(stage.has)
    here = {
        "sees": True,
        "referrer": name == stage.by,
        "beside": stage.has in {"shared", "splitting"} and name == "former",
        "others": name != stage.by,
        "owner": name == has,
        "cover": stage.has == "away" and name == COVER,
        "helper": name == HELPER,
        "called": stage.has == "call" and name == CALLED[stage.kind],
        "worker": name in {HAS[stage.kind], CALLED[stage.kind], AWAY},
        "marketer": sales and name == "marketer",
        "desk": name in {"desk", "deputy"},
        "manager": name == "manager" or (name == "rival" and sales and has is None),
    }
    desks = here["desk"] and has is None and stage.status not in CLOSED
    works = here["referrer"] or here["owner"] or here["cover"] or here["marketer"] or desks or here["manager"]
    here["reaches"] = works or (not sales and here["worker"])
    here["hires"] = not sales and (here["worker"] or here["owner"])
    return {word for word, holds in here.items() if holds}


def allowed(who: Iterable[str], name: str, stage: Stage) -> bool:
    """Whether somebody may do with such a lead what these may; nobody does anything with what they do not see."""
    here, has = relations(name, stage), stage.has in {*HAD, "away"}
    return sees(name, stage) and any(one.rstrip("?!") in here for one in who if not one.endswith("!?"[has]))


def sees(name: str, stage: Stage) -> bool:
    """Possible customers are everybody's in the company; possible colleagues the hiring team's and their referrer's."""
    if stage.kind == SALES:
        return name in INSIDE or name == stage.by
    return bool(relations(name, stage) - {"sees", "helper", "others"})
