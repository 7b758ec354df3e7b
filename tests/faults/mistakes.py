"""Mistakes that somebody might make: a passage of the code, what it becomes, and what is to catch it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """In this file this passage becomes that one; what catches it, as `python -m tests.faults` takes it."""

    name: str
    file: str
    was: str
    becomes: str
    caught_by: tuple[str, ...]


KILLED_AFTER_THE_CALL = ("log: after the call, before it is recorded",)
MUTANTS = (
    Mutant(
        "blind re-send",
        "bot/deliver.py",
        "if started.unsure and not started.receipt else started",
        "if not started else started",
        KILLED_AFTER_THE_CALL,
    ),
    Mutant(
        "acknowledged before COMMIT",
        "handlers/slack/edge/http.py",
        "return _response(await loop.run_in_executor(self.workers, self.dispatch, body, signature))",
        'if body.get("type") == "view_submission":\n'
        "            loop.run_in_executor(self.workers, self.dispatch, body, signature)\n"
        "            return Response()\n"
        "        return _response(await loop.run_in_executor(self.workers, self.dispatch, body, signature))",
        ("log: before COMMIT",),
    ),
    Mutant(
        "a button acknowledged before COMMIT",
        "handlers/slack/edge/http.py",
        "return _response(await loop.run_in_executor(self.workers, self.dispatch, body, signature))",
        'if body.get("type") == "block_actions":\n'
        "            loop.run_in_executor(self.workers, self.dispatch, body, signature)\n"
        "            return Response()\n"
        "        return _response(await loop.run_in_executor(self.workers, self.dispatch, body, signature))",
        ("take: before COMMIT",),
    ),
    Mutant(
        "never said, and thought to be of no use",
        "bot/deliver.py",
        "    message = _gather(store, front.platform, standing, intents)\n",
        "    message = _gather(store, front.platform, standing, intents) if started.intent != 'moved' else None\n",
        ("take: when it acknowledges",),
    ),
    Mutant(
        "no compare-and-set",
        "bot/rights/leads.py",
        "    if lead.withheld or lead.part_of is not None "
        "or lead.status not in move.starts.get(lead.kind, frozenset()):\n",
        "    if not move.starts:\n",
        ("races",),
    ),
    Mutant(
        "no lock of what is the same",
        "storage/store/matching.py",
        "        if not self.is_sqlite:\n",
        "        if not self.connection:\n",
        ("races",),
    ),
    Mutant(
        "no unique key on origin",
        "storage/store/once.py",
        "return self.outcome(origin)\n\n    def take_turn",
        "return None\n\n    def take_turn",
        ("spoke: after COMMIT, before the ack",),  # a lead that comes twice is refused as their own, too
    ),
    Mutant(
        "the transport repeats by itself",
        "handlers/slack/web_api/client.py",
        "retries=False,",
        "retries=__import__('urllib3').Retry(2, allowed_methods=None),",
        ("reset_after",),
    ),
    Mutant(
        "done before it is sent",
        "bot/deliver.py",
        "    receipt = (\n        started.receipt if same",
        "    with store.write() as unit:\n"
        "        unit.sent(started, started.wanted, shown=rendered.hash, receipt='', now=clock(), told=not same)\n"
        "    receipt = (\n        started.receipt if same",
        ("log: before sending",),
    ),
    Mutant(
        "no lane lock",
        "storage/carriers/lanes.py",
        "return inf if lane in self._in_flight else self._rests_until.get(lane, 0.0)",
        "return self._rests_until.get(lane, 0.0)",
        ("late",),
    ),
    Mutant(
        "what was being sent is not taken up",
        "storage/carriers/local.py",
        "            unit.take_up_again()\n",
        "",
        ("log: before sending",),
    ),
    Mutant(
        "taken up as if it had surely not arrived",
        "storage/store/sending.py",
        "left.values(state=State.QUEUED, unsure=True)",
        "left.values(state=State.QUEUED, unsure=False)",
        KILLED_AFTER_THE_CALL,
    ),
    Mutant(
        "no wait for what is late",
        "bot/deliver.py",
        "again=None if dead else max(patience.settle, _backoff(started.attempts, patience))",
        "again=None if dead else 0.0",
        ("late",),
    ),
    Mutant(
        "no rest for unsure lanes after a start",
        "storage/carriers/local.py",
        "            lanes = unit.unsure_lanes()\n",
        "            lanes = frozenset[str]()\n",
        ("killed while late",),
    ),
    Mutant(
        "an unsure edit is skipped as seen",
        "bot/deliver.py",
        "started.hash == rendered.hash and not started.unsure",
        "started.hash == rendered.hash",
        ("taken back",),
    ),
    Mutant(
        "5xx surely did nothing",
        "handlers/slack/web_api/client.py",
        'raise Unsure(f"status {response.status}")\n        try',
        "raise TryLater(0.0)\n        try",
        ("status_done",),
    ),
    Mutant(
        "internal_error is a refusal",
        "handlers/slack/web_api/client.py",
        'frozenset({"internal_error", "fatal_error",',
        'frozenset({"fatal_error",',
        ("internal_error_done",),
    ),
    Mutant(
        "half an answer surely did nothing",
        "handlers/slack/web_api/client.py",
        "        except HTTPError as error:\n            raise Unsure(type(error).__name__) from error",
        "        except HTTPError as error:\n            raise TryLater(0.0) from error",
        ("truncated",),
    ),
    Mutant(
        "an edit is posted anew",
        "handlers/slack/web_api/sender.py",
        "if receipt and self._stands(target, said, receipt):",
        "if not receipt and self._stands(target, said, receipt):",
        ("take: when it is claimed",),
    ),
    Mutant(
        "what changes while it is sent is forgotten",
        "storage/store/sending.py",
        "        if found.wanted <= n:\n            return\n",
        "        if found.wanted > 0:\n            return\n",
        ("slow",),
    ),
    Mutant(
        "a refusal forgets what may have arrived",
        "bot/deliver.py",
        "unsure=started.unsure, dead=False",
        "unsure=False, dead=False",
        ("in doubt",),
    ),
    Mutant(
        "the last in the line goes first",
        "storage/store/sending.py",
        "    .order_by(notices.c.line)\n    .limit(1)",
        "    .order_by(notices.c.line.desc())\n    .limit(1)",
        ("late",),
    ),
    Mutant(
        "years of Retry-After are waited",
        "handlers/slack/web_api/client.py",
        "return min(float(seconds), self.patience.retry_most) if",
        "return float(seconds) if",
        ("ratelimited",),
    ),
    Mutant(
        "a fault closes the form",
        "handlers/slack/edge/errors.py",
        "return BoltResponse(status=200, body=_in_form(body, text, field))",
        "return BoltResponse(status=200)",
        ("full",),
    ),
    Mutant(
        "messages without their mark",
        "handlers/slack/web_api/sender.py",
        'said = {**self.pictures.hang(rendered.body), "metadata": self._metadata(key)}',
        "said = {**self.pictures.hang(rendered.body)}",
        KILLED_AFTER_THE_CALL,
    ),
    Mutant(
        "the card does not follow",
        "bot/services/moves.py",
        'hear of it once it can stand."""\n    show_lead(unit, lead, now=now)\n',
        'hear of it once it can stand."""\n',
        ("take: when it is claimed",),
    ),
    Mutant(
        "no lane lock on PostgreSQL",
        "storage/carriers/procrastinate.py",
        "queue=QUEUE, lock=each.lane, connection=raw",
        "queue=QUEUE, connection=raw",
        ("taken back before it landed", "postgresql"),
    ),
    Mutant(
        "nobody takes up what a dead replica was sending",
        "storage/carriers/jobs.py",
        "await self.get_stalled_jobs(seconds_since_heartbeat=silent)",
        "()",
        ("log: before sending", "postgresql"),
    ),
)
