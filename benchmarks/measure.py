"""Times whole processes, one of each in turn, so that what disturbs one disturbs all."""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

BIN: Final = Path(sys.executable).parent
ROOT: Final = Path(__file__).parent.parent
LONGEST: Final = 60.0
_SIZE: Final = (200, 100)
_NOT_OURS: Final = (
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "ACCESSIBLE",
    "NO_COLOR",
    "COLUMNS",
)


@dataclass(frozen=True)
class Case:
    """A process to time: on a terminal or not, to its end or until it has shown a text."""

    name: str
    argv: tuple[str, ...]
    terminal: bool = False
    until: str = ""


@dataclass(frozen=True)
class Timing:
    """The medians of one case: milliseconds, and the peak of its memory in MB."""

    ms: float
    mb: float


def python(code: str) -> tuple[str, ...]:
    """A Python process that runs the code."""
    return (sys.executable, "-c", code)


def measure(cases: Sequence[Case], repeats: int) -> Mapping[str, Timing]:
    """Run each case once to warm up, then all of them in turn, `repeats` times."""
    for case in cases:
        _run(case)
    runs = [{case.name: _run(case) for case in cases} for _ in range(repeats)]
    return {
        case.name: Timing(
            statistics.median(run[case.name][0] for run in runs) * 1000,
            statistics.median(run[case.name][1] for run in runs) / 1024,
        )
        for case in cases
    }


def _run(case: Case) -> tuple[float, int]:
    """Run to the end, or to the text; give seconds, and the peak of memory in KB."""
    ours, theirs = _terminal() if case.terminal else os.pipe()
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - what is to be measured
        case.argv,
        stdin=theirs if case.terminal else subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs if case.terminal else subprocess.DEVNULL,
        env=_environment(),
        cwd=ROOT,
    )
    os.close(theirs)
    output = _read(ours, case.until.encode(), start + LONGEST)
    late = time.perf_counter() - start > LONGEST
    if case.until or late:
        seconds = time.perf_counter() - start
        process.send_signal(signal.SIGKILL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if not case.until:
        seconds = time.perf_counter() - start
    os.close(ours)
    if late or (status and not case.until) or case.until.encode() not in output:
        message = f"{case.name}: {status}, {output[-300:].decode(errors='replace')}"
        raise RuntimeError(message)
    return seconds, usage.ru_maxrss


def _terminal() -> tuple[int, int]:
    """Open a terminal so high that nothing waits for a key before its next page."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *_SIZE, 0, 0))
    return ours, theirs


def _read(source: int, until: bytes, end: float) -> bytes:
    """Read all that comes, or until the text is there."""
    output = b""
    while not until or until not in output:
        if not select.select([source], [], [], max(0.0, end - time.perf_counter()))[0]:
            break
        try:
            data = os.read(source, 65536)
        except OSError:  # a terminal whose program has ended
            break
        if not data:
            break
        output += data
    return output


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    return kept | {"TERM": "xterm-256color"}
