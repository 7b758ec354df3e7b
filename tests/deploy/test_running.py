"""The container and the unit: as nobody, read-only but for one folder, no port that nobody asked for."""

import configparser
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from bot.patience import Patience
from handlers.supervisor import Supervisor
from sandbox.methods import APP_TOKEN
from sandbox.server import Sandbox
from tests.processes import ROOT, Spawned, listening_to, started, until

NOBODY = 65534
DEPLOY = ROOT / "deploy"
CONTAINER = re.sub(r"\\\n\s*", "", (DEPLOY / "Containerfile").read_text())
STEPS = [line.partition(" ")[::2] for line in CONTAINER.splitlines() if line and not line.startswith("#")]


def steps(name: str) -> list[str]:
    return [rest for step, rest in STEPS if step == name]


def unit() -> dict[str, str]:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # systemd's names have capitals
    parser.read(DEPLOY / "leadloop.service")
    return dict(parser["Service"])


@pytest.fixture
def tree() -> Iterator[Path]:
    """What the container has of us, where nobody may write, and `data`, where somebody may."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        where.chmod(0o755)
        for source, _ in (step.split() for step in steps("COPY") if not step.startswith(("--from", "deploy/"))):
            (shutil.copytree if (ROOT / source).is_dir() else shutil.copy)(ROOT / source, where / source)
        for cache in list(where.rglob("__pycache__")):
            shutil.rmtree(cache)
        for path in where.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        (where / "data").mkdir(0o700)
        os.chown(where / "data", *_whom())
        yield where
        for path in where.rglob("*"):
            path.chmod(0o755)


def _whom() -> tuple[int, int]:
    """Nobody, where we may choose; else ourselves."""
    return (NOBODY, NOBODY) if os.getuid() == 0 else (os.getuid(), os.getgid())


def _as_nobody() -> list[str]:
    """Words before a command. If Python lies in root's own folder, nobody may read there, and still write nowhere."""
    if os.getuid() != 0:
        return []
    plain = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs"]
    reaches = subprocess.run([*plain, "ls", sys.prefix, sys.base_prefix], capture_output=True, check=False)
    reading = "-all,+dac_read_search"
    return plain if reaches.returncode == 0 else [*plain, f"--inh-caps={reading}", f"--ambient-caps={reading}"]


def test_what_the_container_copies_is_enough_and_nothing_else_is_written(sandbox: Sandbox, tree: Path) -> None:
    """As in the container: without privileges, in a folder that is not ours."""
    environ = listening_to(sandbox, f"sqlite:///{tree}/data/leadloop.sqlite3") | {"PYTHONDONTWRITEBYTECODE": "1"}
    before = sorted(path for path in tree.rglob("*") if tree / "data" not in path.parents)

    process = subprocess.Popen(
        [*_as_nobody(), sys.executable, "app.py", "serve"], cwd=tree, env={"PATH": os.environ["PATH"]} | environ
    )
    try:
        assert until(lambda: _answers(environ["PORT"], "/healthz"), seconds=60)  # nothing of ours is compiled yet
        sandbox.human("erin").types("/lead help")
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.wait()

    assert sandbox.human("erin").answers
    assert sorted(path for path in tree.rglob("*") if tree / "data" not in path.parents) == before
    written = {path.name: path.stat() for path in (tree / "data").iterdir()}
    assert "leadloop.sqlite3" in written
    assert {one.st_uid for one in written.values()} == {_whom()[0]}


def _answers(port: str, page: str) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}{page}", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def test_the_containers_own_health_check_tells_the_living_from_the_dead(sandbox: Sandbox, sqlite_url: str) -> None:
    check = re.findall(r'"((?:[^"\\]|\\.)*)"', steps("HEALTHCHECK")[0].partition("CMD ")[2])
    words = [word.replace('\\"', '"') for word in check]
    environ = listening_to(sandbox, sqlite_url)

    def healthy() -> bool:
        return (
            subprocess.run([sys.executable, *words[1:]], env=environ, capture_output=True, check=False).returncode == 0
        )

    assert not healthy()
    with started(environ, kind=Spawned) as bot:
        bot.comes_up()
        assert healthy()


def test_the_container_runs_as_nobody_with_locked_packages_and_opens_no_port() -> None:
    installs = " ".join(steps("RUN"))

    assert steps("USER") == [f"{NOBODY}:{NOBODY}"]
    assert "--require-hashes" in installs
    assert steps("EXPOSE") == []
    assert steps("VOLUME") == ["/data"]
    assert not [line for line in CONTAINER.splitlines() if re.search(r"(TOKEN|SECRET)\w*=", line)]
    assert [step for step in steps("COPY") if step.split()[0] in {".", "./"}] == [], "nothing comes in by accident"


def test_only_what_runs_comes_into_the_container() -> None:
    copied = {step.split()[0] for step in steps("COPY") if not step.startswith("--from")}

    assert copied == {"deploy/requirements.lock", "app.py", "bot", "handlers", "storage"}


def test_the_unit_may_write_to_one_folder_and_gain_nothing() -> None:
    service = unit()

    wanted = ("DynamicUser", "NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome", "RestrictSUIDSGID")
    assert {service[name] for name in wanted} == {"yes"}
    assert (service["ProtectSystem"], service["StateDirectory"]) == ("strict", "leadloop")
    assert (service["CapabilityBoundingSet"], service["UMask"]) == ("", "0077")
    assert "/var/lib/leadloop/" in service["Environment"]
    assert "SECRET" not in str(service["Environment"]).upper()


def test_the_unit_hears_that_it_is_ready_that_it_lives_and_that_it_stops(
    sandbox: Sandbox, sqlite_url: str, tmp_path: Path
) -> None:
    service = unit()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(30)
        asked = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "LEADLOOP_PATIENCE": "0.1"}
        with started(listening_to(sandbox, sqlite_url) | asked, kind=Spawned) as bot:
            heard = [systemd.recv(100) for _ in range(3)]
            os.kill(bot.pid, signal.SIGTERM)
            while b"STOPPING=1" not in heard:
                heard.append(systemd.recv(100))

    assert heard[0] == b"READY=1"
    assert set(heard[1:-1]) == {b"WATCHDOG=1"}
    assert service["Type"] == "notify"
    assert Patience().heartbeat * 3 < float(service["WatchdogSec"])


def test_nobody_who_asks_is_no_fault() -> None:
    Supervisor("").alive()


def test_who_asks_and_does_not_listen_is_told_of_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Supervisor(str(tmp_path / "nobody")).alive()

    assert "cannot be told (FileNotFoundError)" in caplog.text


@pytest.mark.parametrize("asked", [False, True])
def test_in_socket_mode_no_port_is_opened_unless_asked_for(sandbox: Sandbox, sqlite_url: str, *, asked: bool) -> None:
    environ = listening_to(sandbox, sqlite_url) | {"SLACK_APP_TOKEN": APP_TOKEN}
    sandbox.request_url = ""
    if not asked:
        del environ["PORT"]

    with started(environ, kind=Spawned) as bot:
        assert until(lambda: bool(sandbox.push.sockets.open))
        if asked:
            bot.comes_up()
        listening = _listening(bot.pid)

    assert len(listening) == asked


def _listening(pid: int) -> list[str]:
    """https://man7.org/linux/man-pages/man5/proc_pid_net.5.html: the sockets of the process that listen (state 0A)."""
    links = [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()]
    ours = {link[8:-1] for link in links if link.startswith("socket:[")}
    rows = [line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
    return [row[1] for row in rows if row[3] == "0A" and row[9] in ours]
