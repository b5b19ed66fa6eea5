"""No network and no trace: what the program asks of the system, seen by strace, to the last call.

Runs without a network (a namespace of its own, with no interfaces), on the program as installed.
"""

import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import pytest

from guider import FJORDVIK
from installert import install
from samtale import FILE_NAME, EnkelSamtale, Samtale, pace
from veileder_cli.cli.app import build_app
from veileder_cli.model.veileder import Veileder

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="strace is not installed: make strace, or apt install strace"
)

# fmt: off
READS: Final = frozenset((
    "access", "arch_prctl", "brk", "clock_gettime", "close", "dup", "dup2", "epoll_create1",
    "execve", "exit", "exit_group", "faccessat2", "fcntl", "fstat", "futex", "getcwd",
    "getdents64", "getegid", "geteuid", "getgid", "getpgrp", "getpid", "getppid", "getrandom",
    "getrlimit", "gettid", "gettimeofday", "getuid", "ioctl", "lseek", "lstat", "madvise",
    "mmap", "mprotect", "mremap", "munmap", "newfstatat", "open", "openat", "pread64",
    "prlimit64", "read", "readlink", "readlinkat", "rseq", "rt_sigaction", "rt_sigprocmask",
    "sched_getaffinity", "set_robust_list", "set_tid_address", "sigaltstack", "stat", "statfs",
    "statx", "sysinfo", "time", "uname", "write",
))
"""Memory, time, who and where one is, reading; and writing to what is already open."""
WAITS: Final = frozenset((
    "clock_nanosleep", "epoll_create", "epoll_ctl", "epoll_pwait", "epoll_wait", "eventfd2",
    "kill", "pipe2", "poll", "ppoll", "pselect6", "recvfrom", "restart_syscall", "rt_sigreturn",
    "select", "sendto", "setitimer", "tgkill",
))
"""What a program that waits for keys and signals needs; the pair of sockets is checked below."""
# fmt: on
NAMES: Final = frozenset({"unlink", "linkat", "link", "fsync", "fchmod", "chmod", "rename"})
"""What puts a file in place: only where the person asked for one."""

_CALL: Final = re.compile(r"^\d+\s+(\w+)\((.*)")
_OPENED: Final = re.compile(r'^(?:AT_FDCWD|\d+)?(?:, )?"([^"]*)", ([A-Z_|]+)')
_WRITING: Final = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)")
_DEVICES: Final = ("/dev/null", "/dev/tty", "/dev/pts/")
LOOK_UPS: Final = [
    c.callback.__name__ for c in build_app().registered_commands if c.callback is not None
]
WORDS: Final = {
    "sok": ("plikt",),
    "definisjon": ("radikaliseringene",),
    "les": ("1",),
    "fullforing": ("bash",),
}


@dataclass(frozen=True)
class Trace:
    """What a program asked of the system."""

    calls: tuple[tuple[str, str], ...]

    @property
    def names(self) -> set[str]:
        """The calls that were made."""
        return {name for name, _ in self.calls}

    @property
    def written(self) -> list[str]:
        """The files that were opened for writing, apart from terminals and /dev/null."""
        opened = (_OPENED.match(rest) for name, rest in self.calls if name in {"open", "openat"})
        return [
            found[1]
            for found in opened
            if found and _WRITING.search(found[2]) and not found[1].startswith(_DEVICES)
        ]

    @property
    def sockets(self) -> list[str]:
        """The sockets that were made, by what strace says of each."""
        return [rest for name, rest in self.calls if name in {"socket", "socketpair"}]

    @property
    def programs(self) -> list[str]:
        """The programs that were started."""
        return [rest.split('"')[1] for name, rest in self.calls if name == "execve"]


_S = TypeVar("_S", bound=Samtale)


class Tracer:
    """Runs a program without a network, and reads what it did."""

    def __init__(self, site: Path, folder: Path) -> None:
        self._log = folder.parent / f"{folder.name}.strace"
        alone = ["unshare", "-rn"] if can_be_alone() else []
        self.under = [*alone, "strace", "-f", "-qq", "-s", "4096", "-o", str(self._log)]
        self.env = {"PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": ""}

    def trace(self) -> Trace:
        lines = self._log.read_text("utf-8", "replace").splitlines()
        found = (_CALL.match(line) for line in lines)
        return Trace(tuple((m[1], m[2]) for m in found if m))

    def watch(self, kind: type[_S]) -> type[_S]:
        """The interview of that kind, watched."""
        return type(kind.__name__, (kind,), {"program": (*self.under, *kind.program)})

    def run(self, *argv: str, cwd: Path) -> Trace:
        subprocess.run(
            [*self.under, sys.executable, "-m", "veileder_cli", *argv],
            env={**os.environ, **self.env, "HOME": str(cwd), "TMPDIR": str(cwd)},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        return self.trace()


def can_be_alone() -> bool:
    """Whether a namespace without network can be made here."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "-rn", "true"], check=False).returncode == 0  # noqa: S607


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(tmp_path_factory.mktemp("site"))


@pytest.fixture
def tracer(site: Path, tmp_path: Path) -> Iterator[Tracer]:
    (tmp_path / "hjem").mkdir()
    yield Tracer(site, tmp_path / "hjem")
    left = [*(tmp_path / "hjem").iterdir()]
    assert all(file.name == "raad.txt" for file in left)


@pytest.mark.parametrize(
    "argv",
    [
        *((command, *WORDS.get(command, ())) for command in LOOK_UPS if command != "sjekk"),
        ("definisjon", "radikalisering", "--innhold", str(FJORDVIK.parent.parent / "oyvik")),
        ("innhold", "valider", str(FJORDVIK)),
        ("innhold", "prov", str(FJORDVIK)),
        ("sjekk", "--svar", str(Path("docs/eksempler/svar.yaml").absolute()), "--hvorfor"),
        ("sjekk", "--svar", str(Path("docs/eksempler/svar.yaml").absolute()), "--json"),
    ],
    ids=lambda argv: " ".join(argv[:2]),
)
def test_a_command_reads_and_writes_to_its_output_and_does_nothing_else(
    tracer: Tracer, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    if argv[0] == "definisjon" and "--innhold" in argv:
        argv = ("om", *argv[2:])
    trace = tracer.run(*argv, cwd=tmp_path / "hjem")
    assert trace.names - READS == set()
    assert (trace.sockets, trace.written) == ([], [])
    assert trace.programs == [sys.executable]


def test_the_interview_opens_no_file_for_writing_from_start_to_end(
    tracer: Tracer, veileder: Veileder, tmp_path: Path
) -> None:
    with tracer.watch(Samtale)(veileder, folder=tmp_path / "hjem", env=tracer.env) as terminal:
        terminal.answer_all({"rolle": "meg-selv"})
        terminal.see_result()
        terminal.press("2")
        terminal.settle()
        terminal.press("ctrl-x")
        assert terminal.exit_code() == 0
    the_interview_leaves_nothing(tracer.trace(), sockets=True)


def test_the_plain_interview_opens_no_file_for_writing_either(
    tracer: Tracer, veileder: Veileder, tmp_path: Path
) -> None:
    enkel = tracer.watch(EnkelSamtale)
    with enkel(veileder, "--enkel", folder=tmp_path / "hjem", env=tracer.env) as terminal:
        terminal.answer_all({"rolle": "meg-selv"})
        terminal.see_result()
        terminal.choose("Avslutt")
        assert terminal.exit_code() == 0
    the_interview_leaves_nothing(tracer.trace(), sockets=False)


def the_interview_leaves_nothing(trace: Trace, *, sockets: bool) -> None:
    """Check it; the event loop wakes itself through a pair of sockets that have no name."""
    assert (
        trace.names - READS - WAITS - ({"socketpair", "getsockname"} if sockets else set()) == set()
    )
    assert all(rest.startswith("AF_UNIX, SOCK_STREAM") for rest in trace.sockets)
    assert trace.written == []
    assert trace.programs == [sys.executable]
    answers = ("meg-selv", "tegn", "rolle")
    started = next(rest for name, rest in trace.calls if name == "execve")
    assert not any(word in started for word in answers)


def test_saved_guidance_is_the_one_file_that_is_written(
    tracer: Tracer, veileder: Veileder, tmp_path: Path
) -> None:
    home = tmp_path / "hjem"
    enkel = tracer.watch(EnkelSamtale)
    with enkel(veileder, "--enkel", folder=home, env=tracer.env) as terminal:
        terminal.answer_all({"rolle": "meg-selv"})
        terminal.see_result()
        terminal.say("Lagre")
        terminal.wait_to_hear(FILE_NAME)
        terminal.say("raad.txt")
        terminal.wait_to_hear("raad.txt.")
        terminal.say("Avslutt")
        assert terminal.exit_code() == 0
    trace = tracer.trace()
    assert trace.names - READS - WAITS - NAMES == set()
    [written] = trace.written
    assert Path(written).name.startswith(".veileder-")
    assert stat.S_IMODE((home / "raad.txt").stat().st_mode) == 0o600


SEEDED = """
import builtins, os, sys
from veileder_cli.interview.loop import Interview
def explode(self, *_):
    if self._svar.get("rolle"):
        raise getattr(builtins, os.environ["FEIL"])(f"svarene er {self._svar}")
    return False
Interview._cannot_wait = explode
from veileder_cli.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("error", ["ValueError", "RecursionError", "OSError", "LookupError"])
@pytest.mark.parametrize("option", ["--enkel", "--json"])
class Seeded(EnkelSamtale):
    program = (sys.executable, "-c", SEEDED)


@pytest.mark.parametrize("error", ["ValueError", "RecursionError", "OSError", "LookupError"])
def test_a_bug_in_the_middle_of_the_interview_prints_no_answer(
    veileder: Veileder, error: str
) -> None:
    with Seeded(veileder, "--enkel", env={"FEIL": error}) as terminal:
        pace(terminal.answering("nei"))
        pace(terminal.answering("meg-selv"))
        assert terminal.exit_code() == (1 if error == "OSError" else 3)
        said = terminal.said.split("Du svarte:")[-1]
    assert "svarene er" not in said
    assert "meg-selv" not in said
    assert "Traceback" not in said
