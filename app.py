"""The composition root: builds the bot from its settings, and the command line; decides nothing."""

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from functools import partial
from pathlib import Path
from time import monotonic
from typing import NoReturn

import uvicorn
from apscheduler.schedulers.background import BackgroundScheduler
from starlette.applications import Starlette

from bot import moment, sweeps
from bot.deliver import deliver
from bot.patience import Clock, Patience
from bot.settings import Settings, SettingsError
from handlers.slack import doctor as slack_doctor
from handlers.slack import wording
from handlers.slack.edge.hearing import Hearing
from handlers.slack.edge.readiness import Heartbeat
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.web_api.client import Slack
from handlers.slack.web_api.sender import Sender
from storage import doctor as storage_doctor
from storage import migrate, open_engine, open_store, secret

HOME = Path(__file__).parent
MOVED_TICK = 0.2
"""Seconds between two sweeps where people move the time themselves, and look at what happens."""
LOOK = 60.0
"""Seconds between two looks at Slack: whether it answers, and which workspace is ours."""
STOPPING = 0.6
"""The share of the time for stopping that comes after the last request has been answered."""


class Leadloop:
    """One running bot. `start` returns when the database is ready, whether Slack is there or not."""

    def __init__(self, settings: Settings, clock: Clock, patience: Patience) -> None:
        self.clock = clock
        self.patience = patience
        self.tick = MOVED_TICK if settings.clock_offset else patience.tick
        self.secret_key = settings.secret_key
        self.store, self.carrier = open_store(settings.database_url, patience=patience)
        self.slack = Slack(settings.bot_token, settings.api_url, patience)
        self.heartbeat = Heartbeat(self.tick)
        around = Surroundings(self.store, self.slack, clock, patience, settings.command, wording.refusal)
        self.hearing = Hearing(settings, around, self.heartbeat)
        self.asgi = Starlette(routes=self.hearing.routes)
        self.scheduler = BackgroundScheduler(
            timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    def start(self) -> None:
        migrate(self.store.engine)
        sender = Sender(self.slack, self.patience, secret(self.store.engine, self.secret_key))
        self.carrier.start(partial(deliver, self.store, sender, clock=self.clock, patience=self.patience))
        self.sweep()
        self.scheduler.add_job(self.sweep, "interval", seconds=self.tick)
        self.scheduler.add_job(self.hearing.readiness.look, "interval", seconds=LOOK)
        self.scheduler.start()
        self.hearing.start()

    def stop(self) -> None:
        """Hears nothing more, finishes what is in hand; what Slack keeps waiting is taken up at the next start."""
        until = monotonic() + self.patience.stop * STOPPING
        self.hearing.stop(until - monotonic())
        self._sweep_no_more(until - monotonic())
        self.carrier.stop(max(0.0, until - monotonic()))
        self.slack.close(max(0.0, until - monotonic()))
        self.store.engine.dispose()

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
    commands = {"serve": _serve, "migrate": _migrate, "doctor": _doctor}
    parser = argparse.ArgumentParser(prog="app.py", description="Leadloop, a Slack bot.")
    parser.add_argument("command", nargs="?", choices=commands, default="serve")
    chosen = parser.parse_args(arguments)
    try:
        settings = Settings.read(environ, beside=HOME)
    except SettingsError as error:
        print(*error.problems, sep="\n", file=sys.stderr)
        return 2
    _log(settings.log_level)
    return commands[chosen.command](settings)


def _serve(settings: Settings) -> NoReturn:
    patience = Patience().scaled(settings.patience)
    if settings.clock_offset:
        patience = replace(patience, pace=0.0)  # real seconds mean nothing to a lane whose time is moved
    leadloop = build(settings, moment.clock(settings.clock_offset), patience)
    server, asked_to_stop = _server(leadloop, settings), threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: _stop(server, asked_to_stop))
    leadloop.start()
    try:
        if server:
            server.run()
        else:
            asked_to_stop.wait()
    finally:
        leadloop.stop()
    logging.shutdown()
    os._exit(0)  # a thread that waits for Slack would hold up the end; what it says is looked for at the next start


def _stop(server: uvicorn.Server | None, asked_to_stop: threading.Event) -> None:
    """Also of a server that has not begun to run: from then on it sees to signals itself."""
    asked_to_stop.set()
    if server:
        server.should_exit = True


def _server(leadloop: Leadloop, settings: Settings) -> uvicorn.Server | None:
    """On every interface, but for the sandbox: that is nobody else's. It passes SIGTERM on when it has ended."""
    if not settings.port:
        return None
    return uvicorn.Server(
        uvicorn.Config(
            leadloop.asgi,
            host="127.0.0.1" if settings.loopback else "",
            port=settings.port,
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=max(1, round(leadloop.patience.stop * (1 - STOPPING))),
        )
    )


def _migrate(settings: Settings) -> int:
    engine = open_engine(settings.database_url)
    migrate(engine)
    engine.dispose()
    print("The database is up to date.")
    return 0


def _doctor(settings: Settings) -> int:
    findings, setup = storage_doctor.examine(settings.database_url)
    findings += slack_doctor.examine(settings, setup.places, moment.system())
    for finding in findings:
        print(finding)
    return int(any(finding.mend for finding in findings))


def _log(level: str) -> None:
    """Ours at the chosen level. The libraries speak of URLs and bodies, which may hold secrets: faults only."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in ("slack_sdk", "urllib3", "alembic", "sqlalchemy", "uvicorn"):
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ("slack_bolt", "apscheduler"):  # they warn of what is meant so: our own client, a tick during a sweep
        logging.getLogger(name).setLevel(logging.ERROR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
