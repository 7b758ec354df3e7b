"""Every other way in: what is sent, who may, and what then comes of it, a row each; `test_entries` walks them."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.records import Json
from tests.matrix.attacks import Attacker, Heard
from tests.matrix.product import KINDS, SALES, Stage

Sent = Callable[[Attacker, int], Heard]
"""With the number of a lead, or of whatever the row is `about`."""


@dataclass(frozen=True)
class Entry:
    """A listener of Bolt's, by its sort and its id, and one thing that it hears."""

    listener: str
    sent: Sent
    who: str
    """In the words of product.md's table; "inside" is everybody of the company, and whom Slack cannot tell us about."""
    does: str
    """ "opens form:x", "says …", or a table in which something then stands."""
    stages: str = "new accepted"
    """Of the lead that it is about."""
    about: str = "lead"
    kinds: tuple[str, ...] = KINDS
    """Of other leads it is nobody's to do."""

    def __str__(self) -> str:
        return self.listener

    @property
    def is_event(self) -> bool:
        """Nobody waits for an answer."""
        return self.listener.startswith("event")


def press(action_id: str) -> Sent:
    return Press(action_id)


@dataclass(frozen=True)
class Press:
    """A button. Its id says of a family's listener which of the several things it hears."""

    action_id: str

    def __call__(self, by: Attacker, number: int) -> Heard:
        return by.presses(self.action_id, number)


@dataclass(frozen=True)
class Command:
    text: str

    def __call__(self, by: Attacker, _: int) -> Heard:
        return by.types(self.text)


def form(callback: str, **values: object) -> Sent:
    """Its metadata names the lead."""
    return lambda by, number: by.submits(callback, {"lead": number, "screen": "lead"}, typed(**values))


def typed(**values: object) -> Json:
    """What stands in a form's inputs, each in a block of its own name; people by their names in the matrix."""
    return {name: {name: _state(value)} for name, value in values.items()}


def _state(value: object) -> Json:
    if isinstance(value, dict):
        return value
    return {"type": "plain_text_input", "value": value}


def day(value: str) -> Json:
    return {"type": "datepicker", "selected_date": value}


def option(value: str) -> Json:
    return {"type": "static_select", "selected_option": {"value": value}}


def options(*values: str) -> Json:
    return {"type": "checkboxes", "selected_options": [{"value": value} for value in values]}


def time(value: str) -> Json:
    return {"type": "timepicker", "selected_time": value}


WORD = "Kindly, a word"
HELP = {"whom": option("referrer"), "note": WORD}


def thank(by: Attacker, win: int) -> Heard:
    return by.submits("form:thank", {"win": win}, typed(thanks=WORD))


def advise(by: Attacker, ask: int) -> Heard:
    return by.submits("form:advice", {"ask": ask}, typed(word=WORD))


def same(by: Attacker, number: int) -> Heard:
    """As another one of its kind that somebody works; of one that does not exist, as any."""
    kind = next((stage.kind for stage, lead in by.matrix.leads.items() if lead == number), SALES)
    known = [by.matrix.leads[Stage(kind, status, "owned")] for status in ("accepted", "nurturing")]
    into = next(lead for lead in known if lead != number)
    return by.submits("form:same", {"lead": number}, typed(into=str(into)))


def changes_credit(by: Attacker, number: int) -> Heard:
    return by.submits("form:change_credit", {"lead": number}, typed(to=user(by, "helper"), reason=WORD))


def about_claim(callback: str, **values: object) -> Sent:
    """Its metadata names the claim."""
    return lambda by, number: by.submits(callback, {"dispute": number}, typed(**values))


def splits(by: Attacker, number: int) -> Heard:
    """In halves, with the lead that was given too; of one that does not exist, with any."""
    part = next((lead.id for lead in by.matrix.parts(number)), 1)
    return by.submits(
        "form:split", {"lead": number}, typed(word=WORD, **{f"share-{number}": "50", f"share-{part}": "50"})
    )


def about_split(callback: str, **values: object) -> Sent:
    """Its metadata names what is proposed, of a lead and its only part."""

    def sent(by: Attacker, number: int) -> Heard:
        gave = by.matrix.shares(number) or (1, 2)
        halves = {f"share-{lead}": "50" for lead in gave} if callback.endswith("decide") else {}
        return by.submits(callback, {"split": number}, typed(**values, **halves))

    return sent


RECORD = {"proof": option("link"), "where": "https://crm.example/1", "day": day("2026-01-05"), "word": WORD}
ANSWER_FOR = "marketer desk manager hires"
DECIDE, HAD = "owner cover manager", "accepted away"
ON_LEADS = [
    Entry("action more", press("more"), "sees", "opens page:lead"),
    Entry("action lead:open", press("lead:open#found"), "sees", "opens page:lead"),
    Entry("command /lead", lambda by, lead: by.types(str(lead)), "sees", "opens page:lead"),
    Entry("event message", lambda by, lead: by.shares(lead), "sees", "entry attached"),
    Entry("action contact", press("contact"), "reaches", "opens page:contact"),
    Entry(
        "view form:privacy",
        lambda by, lead: by.submits("form:privacy", "", typed(leads=options(str(lead)), deed=option("restrict"))),
        "desk",
        "entry restricted",
    ),
    Entry(
        "view form:erase", lambda by, lead: by.submits("form:erase", {"leads": str(lead)}, {}), "desk", "entry erased"
    ),
    Entry("view form:correct", form("form:correct", name="Zephyr Two"), "desk", "entry corrected"),
    Entry("action edit", press("edit"), "referrer", "opens form:edit"),
    Entry("view form:edit", form("form:edit", name="Zephyr Two"), "referrer", "entry edited", "new"),
    Entry("view form:edit", form("form:edit", name="Zephyr Two"), "referrer", "entry correction", "accepted"),
    Entry("action correction:see", press("correction:see"), DECIDE, "opens page:correction", HAD, "correction"),
    Entry("action correction:", press("correction:take"), DECIDE, "entry corrected", HAD, "correction"),
    Entry("action correction:", press("correction:leave"), DECIDE, "entry correction_left", HAD, "correction"),
    Entry("action forget", press("forget"), "referrer", "entry erased", "withdrawn"),
    Entry("action pass_on", press("pass_on"), "referrer", "opens page:pass_on", "from_outside"),
    Entry("action leave_credit", press("leave_credit"), "referrer", "entry credit_left", "for_them"),
    Entry("action offer:", press("offer:introduction"), "owner cover", "entry offer_asked", "accepted away"),
    Entry("action offer:", press("offer:advice"), "owner cover", "opens form:question", "away"),
    Entry("view form:question", form("form:question", word=WORD), "owner cover", "entry offer_asked", "away"),
    Entry("action offer_done", press("offer_done"), "referrer", "entry offer_done", "accepted", "name"),
    Entry("action offer_later", press("offer_later"), "referrer", "entry offer_later", "accepted", "name"),
    Entry("action advise", press("advise"), "referrer", "opens form:advice", "accepted", "advice"),
    Entry("view form:advice", advise, "referrer", "entry offer_done", "accepted", "advice"),
    Entry("action dispute", press("dispute"), "others", "opens form:dispute"),
    Entry("view form:dispute", form("form:dispute", **RECORD), "others", "entry disputed"),
    Entry("action dispute:", press("dispute:answer"), "referrer", "opens form:dispute:answer", about="dispute"),
    Entry("action dispute:", press("dispute:decide"), "desk manager", "opens form:dispute:decide", about="dispute"),
    Entry("action dispute:drop", press("dispute:drop"), "whoever claims it", "entry dispute_settled", about="dispute"),
    Entry(
        "view form:dispute:answer",
        about_claim("form:dispute:answer", word=WORD),
        "referrer",
        "entry dispute_answered",
        about="dispute",
    ),
    Entry(
        "view form:dispute:decide",
        about_claim("form:dispute:decide", outcome=option("kept"), reason=WORD),
        "desk manager",
        "entry dispute_settled",
        about="dispute",
    ),
    Entry("action split", press("split"), "owner cover", "opens form:split", "shared", kinds=(SALES,)),
    Entry("view form:split", splits, "owner cover", "entry split_proposed", "shared", kinds=(SALES,)),
    *(
        Entry(listener, sent, who, does, "splitting", "split", kinds=(SALES,))
        for listener, sent, who, does in (
            ("action split:", press("split:agree"), "referrer beside", "entry split_agrees"),
            ("action split:", press("split:differ"), "referrer beside", "opens form:split:differ"),
            ("action split:", press("split:drop"), "owner", "entry split_settled"),
            ("action split:", press("split:decide"), "desk manager", "opens form:split:decide"),
            (
                "view form:split:differ",
                about_split("form:split:differ", word=WORD),
                "referrer beside",
                "entry split_differs",
            ),
            (
                "view form:split:decide",
                about_split("form:split:decide", reason=WORD),
                "desk manager",
                "entry split_settled",
            ),
        )
    ),
    Entry("action change_credit", press("change_credit"), "manager", "opens form:change_credit"),
    Entry("view form:change_credit", changes_credit, "manager", "entry credit_changed"),
    Entry("action same", press("same"), ANSWER_FOR, "opens form:same"),
    Entry("view form:same", same, ANSWER_FOR, "entry joined"),
    Entry("action different", press("different"), f"referrer {ANSWER_FOR}", "entry apart", "joined"),
    Entry("action ask", press("ask"), "referrer manager", "entry asked"),
    Entry("action notforme", press("notforme"), "called", "entry let_go", "call"),
    Entry("action mute", press("mute"), "referrer", "entry muted"),
    Entry("action unmute", press("unmute"), "referrer", "entry unmuted"),
    Entry("action snooze", press("snooze"), "referrer", "opens form:snooze"),
    Entry("view form:snooze", form("form:snooze", not_before=day("2026-12-24")), "referrer", "entry snoozed"),
    Entry("action know", press("know"), "sees", "opens form:know"),
    Entry("view form:know", form("form:know", word=WORD), "sees", "entry helped"),
    Entry("action say", press("say"), "owner cover manager desk?", "opens form:say", "new accepted away"),
    Entry(
        "view form:say", form("form:say", word=WORD), "owner cover manager desk?", "entry answered", "new accepted away"
    ),
    Entry("action help", press("help"), "owner cover", "opens form:help", "accepted away"),
    Entry("view form:help", form("form:help", **HELP), "owner cover", "entry help_wanted", "accepted away"),
    Entry("action quiet", press("quiet"), "owner cover marketer? desk?", "opens form:move", "new accepted away"),
    Entry("action crm", press("crm"), "owner marketer desk manager", "opens form:crm"),
    Entry("view form:crm", form("form:crm", crm="https://crm.example"), "owner marketer desk manager", "entry linked"),
    Entry("action notice", press("notice"), "owner cover marketer desk", "opens page:notice", "new accepted away"),
    Entry("view form:wrong", form("form:wrong", word=WORD), "sees", "remarks"),
    Entry("action thank", press("thank"), "owner", "opens form:thank", "won", about="win"),
    Entry("view form:thank", thank, "owner", "entry thanked", "won", about="win"),
    Entry("action undo", press("undo"), "author", "entry undone", about="entry"),
]
"""About a lead, or a win or an entry of it. Whoever may not see it cannot tell it from one that does not exist."""


INSIDE = "inside"
ADMIN = "admin"
EXPORT = "manager rival marketer"
SALES_LOOKS, TALENT_LOOKS = "manager rival marketer", "manager rival recruiter scout traveller"
HOURS = {"starts": time("08:00"), "ends": time("16:00"), "days": options("1", "2")}
TIMES = HOURS | {"wakes": time("07:00"), "sleeps": time("20:00")}
A_LIST = {"type": "file_input", "files": [{"id": "F1", "name": "leads.csv", "size": 10}]}
AGREED = {"rhythm": option("weekly")} | HOURS


def bare(callback: str, **values: object) -> Sent:
    """A form without metadata, and with what any edited one might say."""
    return lambda by, _: by.submits(callback, {"person": 1, "lead": 1, "reader": 1}, typed(**values))


def user(by: Attacker, name: str) -> Json:
    return {"type": "users_select", "selected_user": by.matrix.users[name].id}


def users(by: Attacker, *names: str) -> Json:
    return {"type": "multi_users_select", "selected_users": [by.matrix.users[name].id for name in names]}


def named(callback: str, **people: str) -> Sent:
    """A form of the set-up that names somebody whom we have not met."""
    return lambda by, _: by.submits(callback, "", typed(**{block: users(by, name) for block, name in people.items()}))


def under(opens: str, action_id: str, **chosen: str) -> Sent:
    """A press in the window that the command with these words opens."""
    return lambda by, _: by.presses(action_id, 0, by.window(opens, **chosen))


BASES = {f"basis.{kind}": option("consent") for kind in ("sales", "talent")}
OF_ONE_PERSON = [
    Entry("action log", press("log"), INSIDE, "opens form:lead"),
    Entry("shortcut log_lead", lambda by, _: by.calls("log_lead"), INSIDE, "opens form:lead"),
    Entry("shortcut log_message", lambda by, _: by.calls_on("log_message", {"text": WORD}), INSIDE, "opens form:lead"),
    Entry("action details", under("", "details"), INSIDE, "opens form:lead"),
    Entry("action credit", under("", "credit"), INSIDE, "opens form:lead"),
    Entry("view form:lead", bare("form:lead", name="Northwind"), INSIDE, "leads"),
    Entry("command /lead", Command(""), INSIDE, "opens form:lead"),
    Entry("command /lead", Command("Northwind, they need payroll"), INSIDE, "opens form:lead"),
    Entry("command /lead", Command("find zephyr"), INSIDE, "opens form:browse"),
    Entry("command /lead", Command("board"), INSIDE, "opens form:browse"),
    Entry("command /lead", Command("settings"), INSIDE, "opens form:terms"),
    Entry("command /lead", Command("help"), INSIDE, "says "),
    Entry("command /lead", Command("mine"), INSIDE, "says "),
    Entry("command /lead", Command("digest"), INSIDE, "says "),
    Entry("command /lead", Command("admin"), ADMIN, "says Channels"),
    Entry("command /lead", Command("setup"), ADMIN, "says Channels"),
    Entry("action browse:open", press("browse:open"), INSIDE, "opens form:browse"),
    Entry("action browse:page", under("find", "browse:page"), INSIDE, "opens form:browse"),
    Entry("action browse:whose", under("find", "browse:whose", whose="team"), INSIDE, "opens form:browse"),
    Entry("action browse:kind", under("find", "browse:kind", kind="talent"), INSIDE, "opens form:browse"),
    Entry("action browse:stage", under("find", "browse:stage", stage="won"), INSIDE, "opens form:browse"),
    Entry("action browse:word", under("find", "browse:word"), INSIDE, "opens form:browse"),
    Entry("view form:browse", bare("form:browse", words="zephyr"), INSIDE, "opens form:browse"),
    Entry("action export", press("export"), EXPORT, "settings"),
    Entry("action home:more:", press("home:more:gave"), INSIDE, "opens page:mine"),
    Entry("action home:more:", press("home:more:works"), INSIDE, "opens page:mine"),
    Entry("action home:more:", press("home:more:waiting"), INSIDE, "opens page:mine"),
    Entry("action looks", press("looks"), f"{SALES_LOOKS} {TALENT_LOOKS}", "opens form:looks"),
    Entry("view form:looks", bare("form:looks", **{"looks.sales": WORD}), SALES_LOOKS, "settings"),
    Entry("view form:looks", bare("form:looks", **{"looks.talent": WORD}), TALENT_LOOKS, "settings"),
    Entry("action away", press("away"), INSIDE, "opens form:away"),
    Entry(
        "view form:away",
        lambda by, _: by.submits("form:away", {"person": 1}, typed(until=day("2026-12-04"), cover=user(by, "rep"))),
        f"{INSIDE} -rep",
        "settings",
    ),
    Entry("action away:end", press("away:end"), INSIDE, "says Welcome back."),
    Entry("action terms", press("terms"), INSIDE, "opens form:terms"),
    Entry("view form:terms", bare("form:terms", **AGREED), INSIDE, "settings"),
    *[
        Entry("action wrong:", press(f"wrong:{screen}"), INSIDE, "opens form:wrong")
        for screen in ("home", "help", "lead")
    ],
    *[
        Entry("action setup:", press(f"setup:{which}"), ADMIN, f"opens form:setup:{which}")
        for which in ("places", "people", "reports", "days")
    ],
    Entry("view form:setup:places", bare("form:setup:places"), ADMIN, "settings"),
    Entry("view form:setup:people", named("form:setup:people", rep="met by nobody"), ADMIN, "settings"),
    Entry("view form:setup:reports", lambda by, _: reports(by), ADMIN, "settings"),
    Entry("view form:setup:days", bare("form:setup:days", days="2026-12-25"), ADMIN, "settings"),
    Entry("view form:setup:workers", named("form:setup:workers", rep="met by nobody"), ADMIN, "settings"),
    Entry(
        "view form:setup:digest", bare("form:setup:digest", day=option("2"), hour=option("10:00")), ADMIN, "settings"
    ),
    Entry("view form:setup:times", bare("form:setup:times", **TIMES), ADMIN, "settings"),
    Entry("view form:setup:cadences", bare("form:setup:cadences", sales="5", talent="9", warm="9"), ADMIN, "settings"),
    Entry("view form:setup:window", bare("form:setup:window", window="90"), ADMIN, "settings"),
    Entry("action digest:setup", press("digest:setup"), ADMIN, "opens form:setup:digest"),
    Entry("action time:", press("time:times"), ADMIN, "opens form:setup:times"),
    Entry("action time:", press("time:cadences"), ADMIN, "opens form:setup:cadences"),
    Entry("action time:", press("time:window"), ADMIN, "opens form:setup:window"),
    Entry("action rewarded", press("rewarded"), ADMIN, "opens form:setup:rewarded"),
    Entry("view form:setup:rewarded", bare("form:setup:rewarded", departments="Sales"), ADMIN, "settings"),
    Entry("action bring", press("bring"), ADMIN, "opens form:setup:bring"),
    Entry("action template", press("template"), ADMIN, "notices"),
    Entry("view form:setup:bring", bare("form:setup:bring", list=A_LIST), ADMIN, "incoming"),
    Entry("action incoming:", press("incoming:bring"), ADMIN, "incoming", about="incoming"),
    Entry("action incoming:", press("incoming:leave"), ADMIN, "incoming", about="incoming"),
    Entry("action care:", press("care:told"), ADMIN, "opens form:setup:told"),
    Entry("action care:", press("care:kept"), ADMIN, "opens form:setup:kept"),
    Entry("action erased", press("erased"), ADMIN, "opens page:erased"),
    Entry("view form:setup:told", bare("form:setup:told", company="Northwind", **BASES), ADMIN, "settings"),
    Entry("view form:setup:kept", bare("form:setup:kept", keeping=option("lock")), ADMIN, "opens form:setup:kept:sure"),
    Entry(
        "view form:setup:kept:sure",
        lambda by, _: by.submits("form:setup:kept:sure", {"keeping": "remind"}, {}),
        ADMIN,
        "settings",
    ),
    Entry("action company", press("company"), ADMIN, "opens page:company"),
    Entry("action step:workers", press("step:workers"), ADMIN, "opens form:setup:workers"),
    Entry("action step:introduce", press("step:introduce"), ADMIN, "opens page:read"),
    Entry("action step:changes", press("step:changes"), ADMIN, "opens page:read"),
    Entry("action step:test", press("step:test"), ADMIN, "settings"),
    Entry("action step:remove", press("step:remove"), ADMIN, "says Slack has not shown it yet"),
    Entry("action step:skip", press("step:skip"), ADMIN, "settings"),
    Entry("action privacy", press("privacy"), "desk deputy", "opens form:find_person"),
    Entry("command /lead", Command("privacy"), "desk deputy", "opens form:find_person"),
    Entry("view form:find_person", bare("form:find_person", words="zephyr"), "desk deputy", "opens form:privacy"),
    Entry("view form:allow", bare("form:allow", words="who@zephyr.example"), "desk deputy", "requests"),
    Entry("action parked:again", press("parked:again"), ADMIN, "says Nothing is held up any more."),
    Entry("event message", lambda by, _: by.writes(WORD), INSIDE, "drafts"),
    Entry("event app_mention", lambda by, _: by.mentions(WORD), INSIDE, "drafts"),
    Entry("event app_home_opened", lambda by, _: by.happens(type="app_home_opened", tab="home"), INSIDE, "notices"),
    Entry("action typed:", press("typed:send"), "writer", "entry remarked", about="draft"),
    Entry("action typed:", press("typed:note"), "noter", "entry note", about="draft"),
    Entry("action draft:finish", press("draft:finish"), "writer", "opens form:lead", about="draft"),
]
"""About nobody but the one who sends it, or about the company."""


def reports(by: Attacker) -> Heard:
    """Whom a manager manages, by the manager's number."""
    manager = by.matrix.people["manager"]
    return by.submits("form:setup:reports", "", typed(**{f"people:{manager}": users(by, "met by nobody")}))


def families(listener: str) -> set[str]:
    """Which of the several things that this one hears are tried."""
    sent = [entry.sent for entry in (*ON_LEADS, *OF_ONE_PERSON) if entry.listener == listener]
    pressed = {one.action_id.partition(":")[2] for one in sent if isinstance(one, Press)}
    return pressed | {one.text for one in sent if isinstance(one, Command)}


HEARD_OF_SLACK = {"event user_change": "nobody sends it: Slack tells; see test_roles"}
MOVES = {"action move:", "view form:move"}
"""See test_moves."""
