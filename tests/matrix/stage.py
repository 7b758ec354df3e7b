"""Sandbox Inc. with somebody in each role and a lead at each stage: set up once, and put back after what changed it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot import notices
from bot.disputes import Dispute, Proof
from bot.drafts import Draft
from bot.history import Fields
from bot.ids import DisputeId, DraftId, IncomingId, LeadId, PersonId, SplitId, WinId
from bot.importing import Duplicates
from bot.incoming import WAITS, Incoming, Phase
from bot.joining import joined
from bot.leads import Given, Kind, Lead, Status, just_logged
from bot.notices import Arguments, Notice
from bot.people import Identity, Profile, Role
from bot.saying import say, show_lead, show_owner
from bot.setup import Mark, Place
from bot.splits import Share, Split
from bot.store import Help, Unit
from bot.thanks import Win
from sandbox.records import TEAM, User
from sandbox.server import Sandbox
from sandbox.world import World
from tests.matrix import product
from tests.matrix.keeping import Kept, kept
from tests.matrix.product import SALES, TALENT, Stage
from tests.serving import Server
from tests.slack.company import Company, company

ZONE = "Europe/Madrid"
CARDS = "C0LEADS001"
"""Where all cards stand."""
ROLES = {
    Role.REP: ("owner", "rep", "traveller"),
    Role.RECRUITER: ("scout", "recruiter", "traveller"),
    Role.MARKETER: ("marketer",),
    Role.MANAGER: ("manager", "rival"),
    Role.ADMIN: ("admin",),
}
REPORTS = {"manager": ("owner", "scout", "traveller", "recruiter"), "rival": ("rep",)}
DESK = ("desk", "deputy")
NEW = "met by nobody"
"""A colleague of whom the bot has never heard."""
NAMED = {SALES: "Zephyr", TALENT: "Quilliam"}
"""A word of each lead's name that nothing else here has."""
OFFERED = Given(Kind.SALES, "", introduces=True, lends_name=True, advises=True)
GIVEN = {
    SALES: replace(
        OFFERED, name="Zephyr Works", person="Zenobia Zuse", email="zenobia@zephyr.example", phone="+34911232323"
    ),
    TALENT: replace(
        OFFERED, kind=Kind.TALENT, name="Quilliam Quince", email="quilliam@quince.example", phone="+34911232324"
    ),
}
ALL = [stage for kind in product.KINDS for stage in product.stages(kind)]
ASIDE = [
    stage(kind)
    for kind in product.KINDS
    for stage in (
        *(product.asked_back, product.taken_back, product.for_them, product.from_outside, product.joined),
        *(product.shared, product.splitting),
    )
]
THEIRS = [Stage(kind, "new", by=product.GIVER) for kind in product.KINDS]
"""What somebody gave whom Slack cannot tell us about."""


@dataclass
class Matrix:
    """The company, who is who in it, and its leads."""

    company: Company
    kept: Kept
    users: dict[str, User]
    people: dict[str, PersonId]
    leads: dict[Stage, LeadId]
    win: dict[str, WinId]
    """A win of each kind that still wants its owner's thanks."""
    draft: DraftId
    """What the referrer wrote to the bot below the receipt of a lead that is the owner's."""
    incoming: IncomingId
    """A list of the admin's that was tried."""
    absent: dict[tuple[str, str], str] = field(default_factory=dict)
    """What came back where there is no such lead, by who sent what."""

    @property
    def world(self) -> World:
        return self.company.sandbox.world

    def put_back(self) -> None:
        """As it was set up. What was to be said of the change is not said."""
        self.kept.put_back()
        self.company.queued.clear()

    def lead(self, number: LeadId) -> Lead:
        with self.company.store.read() as unit:
            return unit.lead(number)

    def parts(self, number: int) -> Sequence[Lead]:
        with self.company.store.read() as unit:
            return unit.parts(LeadId(number))

    def shares(self, split: int) -> tuple[LeadId, ...]:
        """The leads that each of those gave."""
        with self.company.store.read() as unit:
            return tuple(share.lead for share in unit.shares(SplitId(split)))

    def history(self, number: LeadId) -> list[tuple[str, PersonId]]:
        with self.company.store.read() as unit:
            return [(entry.kind, entry.actor) for entry in unit.entries(number)]


@contextmanager
def matrix(sandbox: Sandbox, server: Server, url: str, *, over_socket: bool = False) -> Iterator[Matrix]:
    users = _people(sandbox.world)
    with company(sandbox, server, url, over_socket=over_socket) as sandbox_inc:
        people = {name: _met(sandbox_inc, name, user) for name, user in users.items() if name != NEW}
        with sandbox_inc.store.write() as unit:
            _roles(unit, people, sandbox_inc)
        with sandbox_inc.store.write() as unit:
            leads = {stage: _lead(unit, stage, people, sandbox_inc) for stage in (*ALL, *ASIDE, *THEIRS)}
            for kind in product.KINDS:
                _join(unit, leads[product.joined(kind)], leads[Stage(kind, "new")])
                _give_too(unit, leads[product.shared(kind)], people["former"], sandbox_inc.now)
                _split(unit, leads[product.splitting(kind)], people, sandbox_inc.now)
            wins = {kind: unit.wins(leads[Stage(kind, "won", "owned")])[0].id for kind in product.KINDS}
            draft = _draft(unit, people["referrer"], leads[Stage(SALES, "accepted", "owned")], sandbox_inc)
            incoming = _incoming(unit, people["admin"], sandbox_inc.now)
        sandbox_inc.queued.clear()
        with kept(url) as keeping:
            yield Matrix(sandbox_inc, keeping, users, people, leads, wins, draft, incoming)


def _people(world: World) -> dict[str, User]:
    """One for each name of the matrix. Those whom Slack cannot tell us about are nobody in its world."""
    names = (*product.INSIDE, *product.OUTSIDE, product.UNKNOWN, product.GIVER, NEW)
    users = {name: _user(name) for name in names}
    users["guest"].is_restricted = users["leaver"].deleted = True
    known = [user for name, user in users.items() if name not in {product.UNKNOWN, product.GIVER, "stranger"}]
    with world.lock:
        world.users |= {user.id: user for user in known}
        world.channel("hiring").members += [users[name].id for name in ("scout", "recruiter", "traveller", "desk")]
    return users


def _user(name: str) -> User:
    return User(f"U0{name.upper().replace(' ', ''):0<9}", name.replace(" ", "-"), name.title(), ZONE)


def _met(sandbox_inc: Company, name: str, user: User) -> PersonId:
    known = name not in {product.UNKNOWN, product.GIVER}
    profile = Profile(user.real_name, ZONE, guest=name == "guest", deactivated=name == "leaver")
    team = "T0OTHERS01" if name == "stranger" else TEAM
    with sandbox_inc.store.write() as unit:
        return unit.meet(Identity("slack", team, user.id), profile if known else None, sandbox_inc.now).id


def _roles(unit: Unit, people: dict[str, PersonId], sandbox_inc: Company) -> None:
    by, now = people["admin"], sandbox_inc.now
    named = {f"role.{role}": ROLES[role] for role in ROLES} | {f"desk.{kind}": DESK for kind in Kind}
    named |= {f"reports.{people[manager]}": managed for manager, managed in REPORTS.items()}
    for key, names in named.items():
        unit.set(key, [people[name] for name in names], by=by, now=now)
    for place in Place:
        unit.set(f"place.{place}", sandbox_inc.sandbox.world.channel(place).id, by=by, now=now)
    for mark in Mark:
        unit.set(f"mark.{mark}", value=mark is Mark.HEARD, by=by, now=now)
    away = {"until": "2026-12-04", "cover": people["cover"], "since": now, "back": "2026-12-07T08:00:00+00:00"}
    unit.set(f"away.{people['traveller']}", away, by=by, now=now)


def _join(unit: Unit, part: LeadId, into: LeadId) -> None:
    whole = unit.lead(into)
    unit.save(joined(unit.lead(part), whole))
    unit.save(replace(whole, parts=1))


def _give_too(unit: Unit, whole: LeadId, by: PersonId, now: datetime) -> LeadId:
    part = unit.enter(just_logged(GIVEN[unit.lead(whole).kind], referrer=by, now=now, promise_due=now))
    unit.record(part, "logged", actor=by, now=now, facts={"status": "new"})
    _join(unit, part.id, whole)
    return part.id


def _split(unit: Unit, whole: LeadId, people: dict[str, PersonId], now: datetime) -> None:
    part, owner = _give_too(unit, whole, people["former"], now), unit.lead(whole).owner or people["owner"]
    shares = [Share(SplitId(0), whole, 60), Share(SplitId(0), part, 40)]
    split = unit.add_split(Split(SplitId(0), whole, owner, now, asked_at=now), shares)
    unit.record(unit.lead(whole), "split_proposed", actor=owner, now=now, facts={"split": split.id})


def _draft(unit: Unit, by: PersonId, lead: LeadId, sandbox_inc: Company) -> DraftId:
    draft = unit.add_draft(Draft(DraftId(0), by, "A word", sandbox_inc.now, "")).id
    about: Arguments = {"draft": draft, "lead": lead, "command": "/lead", "person": by}
    say(unit, f"draft:{draft}", notices.person(by), "typed", about, now=sandbox_inc.now)
    return draft


def _incoming(unit: Unit, by: PersonId, now: datetime) -> IncomingId:
    one = Incoming(IncomingId(0), by, now, "leads.csv", "F1", Duplicates.JOIN, Phase.TRIED, until=now + WAITS)
    return unit.add_incoming(one).id


def _claim(unit: Unit, lead: Lead, people: dict[str, PersonId], now: datetime) -> None:
    """Whoever had it before says that they knew them."""
    record = unit.write_text(lead.id, "https://crm.example/2")
    day, former = now.date() - timedelta(days=40), people["former"]
    claim = unit.add_dispute(Dispute(DisputeId(0), lead.id, former, now, Proof.LINK, day, record))
    facts: Fields = {"status": lead.status, "dispute": claim.id}
    unit.record(lead, "disputed", actor=former, other=lead.referrer, now=now, facts=facts)


def _card(unit: Unit, lead: Lead, now: datetime) -> None:
    """It stands in its channel, and is written under in its thread."""
    where = notices.place(Place.LEADS if lead.kind is Kind.SALES else Place.HIRING)
    about: Arguments = {"lead": lead.id, "where": where}
    key, receipt = notices.card_key(lead.id, where), f"{CARDS}:{thread_of(lead.id)}"
    unit.put(Notice(key, where, "card", about, due=now, receipt=receipt))


def thread_of(lead: int) -> str:
    return f"{lead}.000001"


def _lead(unit: Unit, stage: Stage, people: dict[str, PersonId], sandbox_inc: Company) -> LeadId:
    now, by = sandbox_inc.now, people[stage.by]
    given = replace(GIVEN[stage.kind], outside="Ola Lind") if stage.has == "from outside" else GIVEN[stage.kind]
    lead = unit.enter(just_logged(given, referrer=by, now=now, promise_due=now))
    unit.record(lead, "logged", actor=by, now=now, facts={"status": "new", "kind": stage.kind})
    text = unit.write_text(lead.id, "Zephyr Two")
    unit.record(lead, "correction", actor=by, now=now, facts={"status": stage.status}, texts={"name": text})
    _claim(unit, lead, people, now)
    for offer in ("name", "advice") if stage.has != "away" else ():
        unit.record(lead, "offer_asked", actor=people["former"], now=now, other=by, facts={"offer": offer})
    unit.record(lead, "note", actor=people["former"], now=now, facts={"status": "accepted", "kind": stage.kind})
    theirs = dict.fromkeys(product.HAD, people[product.HAS[stage.kind]])
    has = {**theirs, "away": people["traveller"]}.get(stage.has)
    lead = replace(
        lead,
        status=Status(stage.status),
        owner=has,
        resume=Status.ACCEPTED if stage.status in product.CLOSED else None,
        call=people[product.CALLED[stage.kind]] if stage.has == "call" else None,
        asked_back_at=now if stage.has == "asked" else None,
        withdrawn=stage.has == "taken back",
        logged_by=people["employee"] if stage.has == "for them" else None,
    )
    unit.save(lead)
    unit.add_helper(Help(lead.id, people["helper"], now, None))
    if stage.status == "won" and has is not None:
        unit.add_win(Win(WinId(0), lead.id, 0, has, has, now))
    _card(unit, lead, now)
    show_lead(unit, lead, now=now)
    for had in (people["former"], *([has] if has else [])):
        show_owner(unit, lead, had, now=now)
    return lead.id
