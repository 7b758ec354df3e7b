"""The composition root: builds the bot from its settings, and the command line; decides nothing."""

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial, wraps
from pathlib import Path
from time import monotonic
from typing import NoReturn

import uvicorn
from apscheduler.schedulers.background import BackgroundScheduler
from starlette.applications import Starlette

from bot import bringing, held, logs, moment, services, sweeps
from bot.deliver import deliver
from bot.findings import Finding
from bot.patience import Clock, Patience
from bot.receiving import Receiver
from bot.settings import Settings, SettingsError
from handlers.slack import doctor as slack_doctor
from handlers.slack import wording
from handlers.slack.edge.connections import ANSWERING, server_of
from handlers.slack.edge.hearing import Hearing
from handlers.slack.edge.readiness import Heartbeat
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api.client import Slack
from handlers.slack.web_api.downloads import Downloads
from handlers.slack.web_api.sender import Sender
from handlers.slack.web_api.turning import Turning
from handlers.supervisor import Supervisor
from storage import Unfit, command_line, enter, erasures, open_store, secret
from storage import doctor as storage_doctor
from storage import ledger as storage_ledger
from storage.beside import NotReadyError, at_work, beside
from storage.vault import SqlVault

HOME = Path(__file__).parent
MOVED_TICK = 0.2
"""Seconds between two sweeps where people move the time themselves, and look at what happens."""
LOOK = 60.0
"""Seconds between two looks at Slack: whether it answers, and which workspace is ours."""
STOPS = {signal.SIGTERM, signal.SIGINT}


class Leadloop:
    """One running bot. `start` returns when the database is ready, whether Slack is there or not."""

    def __init__(self, settings: Settings, clock: Clock, patience: Patience) -> None:
        self.clock = clock
        self.patience = patience
        self.tick = MOVED_TICK if settings.clock_offset else patience.tick
        self.secret_key = settings.secret_key
        self.database_url = settings.database_url
        self.store, self.carrier = open_store(
            settings.database_url,
            patience=patience,
            secret_key=settings.secret_key,
            erasures=settings.erasure_list,
        )
        self.slack = Slack(settings.bot_token, settings.api_url, patience)
        self.receiver = Receiver(self.store, Downloads(self.slack), Sender.platform, clock, patience)
        self.rotation = settings.rotation
        self.turn: Callable[[], None] = lambda: None
        """Has the client follow the token, where that is exchanged: most never expire."""
        self.heartbeat = Heartbeat(self.tick)
        around = Surroundings(self.store, self.slack, clock, patience, settings.command, wording.refusal)
        self.hearing = Hearing(settings, around, self.heartbeat)
        self.supervisor = Supervisor(settings.supervisor)
        self.asgi = Starlette(routes=self.hearing.routes)
        self.scheduler = BackgroundScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    def start(self) -> None:
        self.hold = enter(self.database_url)
        command_line.bring_up_to_date(self.store.engine, self.clock)
        key = secret(self.store.engine, self.secret_key)
        services.reapply_erasures(self.store, erasures.read(self.store.erasures), now=self.clock())
        if self.rotation:
            turning = Turning(self.slack, SqlVault(self.store.engine, key, Sender.platform), self.rotation, self.clock)
            turning.begin()
            self.turn = turning.turn
            self.scheduler.add_job(self.turn, "interval", seconds=self.tick)
        sender = Sender(self.slack, self.patience, key)
        self.carrier.start(partial(deliver, self.store, sender, clock=self.clock, patience=self.patience))
        first = datetime.now(UTC)
        # By the scheduler from the first round on: what is in its way, another process with the file, ends no start.
        self.scheduler.add_job(self.sweep, "interval", seconds=self.tick, next_run_time=first)
        self.scheduler.add_job(self.receiver.work, "interval", seconds=self.tick)
        # Until it knows which workspace is ours, a stranger's payload says so itself.
        self.scheduler.add_job(self.hearing.readiness.look, "interval", seconds=LOOK, next_run_time=first)
        self.scheduler.add_job(self.supervisor.alive, "interval", seconds=self.patience.heartbeat)
        self.scheduler.start()
        self.hearing.start()
        self.supervisor.ready()

    def stop(self) -> None:
        """Hears nothing more, finishes what is in hand; what Slack keeps waiting is taken up at the next start."""
        self.supervisor.stopping()
        self.receiver.stop()
        until = monotonic() + self.patience.stop * (1 - ANSWERING)
        self.hearing.stop(until - monotonic())
        self._sweep_no_more(until - monotonic())
        self.carrier.stop(max(0.0, until - monotonic()))
        self.slack.close(max(0.0, until - monotonic()))
        self.store.engine.dispose()
        self.hold.release()

    def _sweep_no_more(self, timeout: float) -> None:
        """A round that the database keeps waiting is cut off; what it would have done is due at the next start."""
        ending = threading.Thread(target=self.scheduler.shutdown, daemon=True)
        ending.start()
        ending.join(max(0.0, timeout))

    def sweep(self) -> int:
        """One whole round now; returns how much was due."""
        now = self.clock()
        due = sweeps.sweep(self.store, now=now)
        self.heartbeat.beat(now)
        return due

    def drain(self, timeout: float = 10.0) -> None:
        """Wait until all that is to be said now is said; raises TimeoutError."""
        self.carrier.drain(timeout)
        self.slack.settle(timeout)


def build(settings: Settings, clock: Clock, patience: Patience) -> Leadloop:
    return Leadloop(settings, clock, patience)


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    chosen = _parser().parse_args(arguments)
    try:
        settings = Settings.read(environ, beside=HOME)
    except SettingsError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        return 2
    logs.listen(settings.log_level)
    try:
        return int(chosen.run(settings, chosen))
    except Unfit as unfit:
        print(unfit.finding, file=sys.stderr)
    except NotReadyError as error:
        print(error)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py", description="Leadloop, a Slack bot.")
    parser.set_defaults(run=_serve)
    commands = parser.add_subparsers(title="commands")
    printed = {name: _printed(does) for name, does in command_line.COMMANDS.items()}
    for name, run in {"serve": _serve, "doctor": _doctor, "notices": _notices, "import": _import, **printed}.items():
        command = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        command.set_defaults(run=run)
        command_line.arguments(name, command)
    return parser


def _printed(does: command_line.Command) -> Callable[[Settings, argparse.Namespace], int]:
    @wraps(does)
    def run(settings: Settings, chosen: argparse.Namespace) -> int:
        print(does(settings, chosen))
        return 0

    return run


def _serve(settings: Settings, _: argparse.Namespace) -> NoReturn:
    """Serve until SIGTERM; so does no command at all."""
    patience = Patience().scaled(settings.patience)
    if settings.clock_offset:
        patience = replace(patience, pace=0.0)  # real seconds mean nothing to a lane whose time is moved
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)  # before any thread is: one that could take them would end us
    leadloop = build(settings, moment.clock(settings.clock_offset), patience)
    server, started, asked_to_stop = server_of(leadloop.asgi, settings, patience), threading.Event(), threading.Event()
    threading.Thread(target=_heed, args=(server, started, asked_to_stop), name="signals", daemon=True).start()
    leadloop.start()
    started.set()
    try:
        if server:
            server.run()
        else:
            asked_to_stop.wait()
    finally:
        leadloop.stop()
    logging.shutdown()
    os._exit(0)  # a thread that waits for Slack would hold up the end; what it says is looked for at the next start


def _heed(server: uvicorn.Server | None, started: threading.Event, asked_to_stop: threading.Event) -> None:
    """In a thread of its own: the main one may be kept waiting by the database, in a call that no handler interrupts.

    What has not started has nothing in hand, and ends at once.
    """
    signal.sigwait(STOPS)
    if not started.is_set():
        os._exit(0)
    asked_to_stop.set()
    if server:
        server.should_exit = True


def _doctor(settings: Settings, chosen: argparse.Namespace) -> int:
    """Examine everything, and say for each fault how to mend it."""
    if chosen.ledger:
        return _told(storage_ledger.prove(settings.database_url, settings.erasure_list))
    findings, setup = storage_doctor.examine(settings.database_url, settings.erasure_list)
    if settings.rotation:
        settings = _with_its_token(settings)
    return _told([*findings, *slack_doctor.examine(settings, setup.places, moment.system())])


def _told(findings: Sequence[Finding]) -> int:
    return _print(int(any(finding.mend for finding in findings)), findings)


def _with_its_token(settings: Settings) -> Settings:
    """That which the bot that serves has exchanged last, if there is one."""
    with suppress(NotReadyError), beside(settings.database_url) as store:
        held = SqlVault(store.engine, secret(store.engine, settings.secret_key), Sender.platform).held()
        return replace(settings, bot_token=held.access) if held else settings
    return settings


def _notices(settings: Settings, asked: argparse.Namespace) -> int:
    """List, replay or drop what is held up."""
    with beside(settings.database_url) as store:
        return _print(*held.run(store, asked, now=moment.clock(settings.clock_offset)()))


def _import(settings: Settings, asked: argparse.Namespace) -> int:
    """Bring in leads from a list that was kept elsewhere, as a CSV file."""
    store = partial(at_work, settings.database_url, secret_key=settings.secret_key, erasures=settings.erasure_list)
    words = partial(wording.refusal, named=str)
    house = bringing.House(store, words, Sender.platform, moment.clock(settings.clock_offset))
    return _print(*bringing.run(house, asked))


def _print(code: int, lines: Sequence[object]) -> int:
    print(*lines, sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
