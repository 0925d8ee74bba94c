"""Build a project in a process of its own, which a test may interrupt or kill.

``python runner.py ROOT EXECUTOR JOBS FORMAT…`` prints one JSON document and exits as the
command line would.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

from tests.build.fakeproject import CRAFT

from leaflets.build import executors, machine
from leaflets.build.plan import Wanted
from leaflets.build.run import Ways, build
from leaflets.content.project import Project
from leaflets.errors import LeafletsError
from leaflets.reporter import Reporter


def main(root: str, executor: str, jobs: str, *formats: str) -> int:
    """Build with the fake craft, on a toolchain that never changes."""
    # A shell's background jobs inherit a deaf ear for the interrupt, and tests may be one.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    machine.toolchain = lambda *_: {"engine": "70.0"}
    executors.WARM = ()  # the fake craft needs no engine
    ways = Ways(output=Path(root, "output"), jobs=int(jobs), executor=executor, craft=CRAFT)
    try:
        built = build(Project.at(Path(root)), Wanted(formats=formats), ways, Reporter())
    except LeafletsError as error:
        sys.stdout.write(json.dumps({"error": error.message}))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    sys.stdout.write(json.dumps(built.as_data()))
    return built.exit_code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
