"""Every operation, killed at every step of its way, from the moment it is heard to the message that tells of it."""

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.ids import LeadId
from bot.leads import Kind, Lead, Status
from tests.faults.installation import Installation, Shape, installed, until
from tests.faults.judge import verdict
from tests.faults.kills import Kill
from tests.faults.people import Person
from tests.faults.running import Proving

NAME = "Acme"
TRIES = 5
INSISTS = 40
"""How often they send a form that Slack had trouble with: the next bot hears it within that time."""
REST = 0.5
REACHED = 8.0
"""Real seconds in which the bot must come to where it is to be killed."""

People = Mapping[str, Person]


@dataclass(frozen=True)
class Operation:
    """What somebody does, what was done before, and what holds of the lead when it is done."""

    name: str
    service: str
    does: Callable[[People], None]
    holds: Callable[[Lead], bool]
    before: tuple["Operation", ...] = ()


@dataclass(frozen=True)
class Step:
    """Where on its way the bot is killed; `of_service` stands for the operation's own service."""

    name: str
    function: str
    when: str
    since: str = ""


def _logs(people: People) -> None:
    if not people["erin"].given.get(NAME):
        people["erin"].logs(NAME)


def _words(people: People) -> None:
    if not people["erin"].given.get(NAME):
        people["erin"].logs(NAME, words=f"{NAME}, Jane Doe, jane@acme.example")


def _by(name: str, move: str) -> Callable[[People], None]:
    return lambda people: people[name].moves(move)


def _undoes(people: People) -> None:
    people["ravi"].undoes()


LOG = Operation("log", "log_lead", _logs, lambda lead: lead.name == NAME)
TAKE = Operation("take", "move_lead", _by("ravi", "take"), lambda lead: lead.status is Status.ACCEPTED, (LOG,))
MEETING = Operation("meeting", "move_lead", _by("ravi", "meeting"), lambda lead: lead.status is Status.MEETING)
TAKEN = (LOG, TAKE)
OPERATIONS = (
    LOG,
    Operation("words", "log_lead", _words, lambda lead: lead.name == NAME),
    TAKE,
    Operation("spoke", "move_lead", _by("ravi", "spoke"), lambda lead: lead.status is Status.CONTACTED, TAKEN),
    Operation("win", "move_lead", _by("ravi", "win"), lambda lead: lead.status is Status.WON, (*TAKEN, MEETING)),
    Operation("withdraw", "move_lead", _by("erin", "withdraw"), lambda lead: lead.withdrawn, (LOG,)),
    Operation("rekind", "move_lead", _by("erin", "rekind"), lambda lead: lead.kind is Kind.TALENT, (LOG,)),
    Operation("undo", "undo", _undoes, lambda lead: lead.owner is None, TAKEN),
)
SETTLED = "storage.store.once:OnceWriting.settle"
SENDING = "storage.store.sending:SendingWriting"
STEPS = (
    Step("before the transaction", "service", "before"),
    Step("when it is claimed", "storage.store.once:OnceWriting.claim", "after"),
    Step("after its statements", SETTLED, "after"),
    Step("before COMMIT", "storage.store.writers:Writers._end", "before", SETTLED),
    Step("after COMMIT, before the ack", "storage.carriers.local:LocalCarrier.wake", "before", SETTLED),
    Step("when it acknowledges", "handlers.slack.edge.http:_response", "before", SETTLED),
    Step("when sending has begun", f"{SENDING}.start_sending", "after", SETTLED),
    Step("before sending", "handlers.slack.web_api.sender:Sender.send", "before", SETTLED),
    Step("in the call", "http.client:HTTPResponse.begin", "before", f"{SENDING}.start_sending"),
    Step("after the call, before it is recorded", "handlers.slack.web_api.sender:Sender.send", "after", SETTLED),
    Step("when it is recorded", f"{SENDING}.sent", "after", SETTLED),
    Step("after it was recorded", "storage.carriers.lanes:Lanes.end", "before", SETTLED),
    Step("when a sweep has looked", "bot.sweeps:_due", "after", SETTLED),
)
CARRIER = "storage.carriers.procrastinate:ProcrastinateCarrier"
ON_POSTGRESQL = (
    Step("before COMMIT", f"{CARRIER}.take", "after", SETTLED),
    Step("after COMMIT, before the ack", f"{CARRIER}.wake", "before", SETTLED),
    *(
        step
        for step in STEPS
        if step.name in {"before sending", "in the call", "after the call, before it is recorded"}
    ),
)


def points(engine: str) -> Iterator[tuple[Operation, Step]]:
    """All that are tried in `make test`."""
    if engine == "sqlite":
        yield from ((operation, step) for operation in OPERATIONS for step in STEPS)
    else:
        named = [operation for operation in OPERATIONS if operation.name in {"log", "win"}]
        yield from ((operation, step) for operation in named for step in ON_POSTGRESQL)


def named(point: tuple[Operation, Step]) -> str:
    return f"{point[0].name}: {point[1].name}"


def proves(proving: Proving, engine: str, operation: Operation, step: Step) -> list[str]:
    """What was wrong in the end."""
    with (
        proving.stores.fresh(engine, marketing=False) as database,
        installed(Shape(engine), proving.sandbox, database, proving.forks) as at,
    ):
        people = {name: Person(at.human(name), tries=INSISTS) for name in ("erin", "ravi")}
        order = at.folder / "order"
        function = f"bot.services:{operation.service}" if step.function == "service" else step.function
        at.boots(kill=Kill(function, step.when, str(order), since=step.since))  # type: ignore[arg-type]  # before, after
        at.hears()
        try:
            reached = _tried(at, people, operation, order)
        except (TimeoutError, AssertionError) as never:
            return [str(never)]
        faults = [] if reached else [f"the bot never came to: {step.name}"]
        faults += [] if _holds(at, operation) else [f"{operation.name} did not last"]
        faults += verdict(at, people.values())
        return [*faults, at.words()] if faults else []


def _tried(at: Installation, people: People, operation: Operation, order: Path) -> bool:
    """All is done in the end; whether the bot was killed on the way. Raises where something is never done or said."""
    for before in operation.before:
        _completes(at, people, before)
    order.touch()
    for person in people.values():
        person.acknowledged = False
    reached = _is_killed(at, people, operation)
    if any(person.acknowledged for person in people.values()) and not _holds(at, operation):
        raise AssertionError(f"{operation.name} was acknowledged, and is not there: {at.words()}")
    _completes(at, people, operation)
    at.passes(minutes=3)
    at.comes_to_rest()
    return reached


def _is_killed(at: Installation, people: People, operation: Operation) -> bool:
    """The bot dies while somebody does it, again if Slack was too slow to open a form, and the next one starts."""
    bot = at.bots[0]

    def does() -> None:
        for _ in range(TRIES):
            if not bot.ended() and not _holds(at, operation):
                operation.does(people)
                until(bot.ended, REST)

    doing = threading.Thread(target=does)
    doing.start()
    reached = bot.ended(REACHED)
    at.kills()
    at.boots_all()
    doing.join()
    return reached


def _completes(at: Installation, people: People, operation: Operation) -> None:
    """Somebody does it until it is done: they see that it is not."""
    for _ in range(TRIES):
        at.comes_to_rest()
        if _holds(at, operation):
            return
        operation.does(people)
    at.comes_to_rest()
    if not _holds(at, operation):
        raise AssertionError(f"{operation.name} was never done: {at.left()} {at.words()}")


def _holds(at: Installation, operation: Operation) -> bool:
    with at.store.read() as reading:
        given = reading.keys("receipt:")
        return bool(given) and operation.holds(reading.lead(LeadId(int(given[0].split(":")[1]))))
