"""`python -m sandbox.week` (`make week`): plays the week with the bot beside it, and prints what was sent.

Its exit code is 1 where that is more than was promised, or not what docs/use.md says.
"""

import sys
import tempfile
from datetime import datetime
from pathlib import Path

from sandbox import moving
from sandbox.stage import Stage
from sandbox.week.arithmetic import MANUAL, broken, outdated, table
from sandbox.week.company import WHOLE, move_in
from sandbox.week.playing import BEGINS, Week


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(folder=Path(folder) / "sandbox", port=0)
        move_in(stage.sandbox.world, WHOLE)
        stage.sandbox.world.move(BEGINS)
        with stage:
            week = Week(stage.sandbox, lambda to: _pass_time(stage, to))
            week.play()
    faults = [*broken(week), *outdated(MANUAL.read_text(), table(week))]
    sys.stdout.write("\n".join([table(week), "", *(faults or ["All of it is within the arithmetic."]), ""]))
    return int(bool(faults))


def _pass_time(stage: Stage, to: datetime) -> None:
    moving.move(stage.sandbox.world, to, stage.sandbox.readyz)


if __name__ == "__main__":
    sys.exit(main())
