"""`python -m sandbox`: Slack and the bot on this machine, one address to open, Ctrl-C to stop both."""

import argparse
import contextlib
import signal
import sys

from sandbox.stage import PAGE_PORT, Stage


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    options.add_argument("--socket", action="store_true", help="let the bot connect by Socket Mode instead of HTTP")
    options.add_argument("--port", type=int, default=PAGE_PORT, help="where the page is, if that port is free")
    chosen = options.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt), Stage(over_socket=chosen.socket, port=chosen.port) as stage:
        _say("A week goes by in Sandbox Inc. …")
        stage.tell_last_week()
        _say(f"\nLeadloop is running. Open {stage.sandbox.url}\nCtrl-C stops it.")
        return stage.watch()
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
