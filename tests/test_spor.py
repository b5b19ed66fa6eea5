"""No network and no trace: what the program asks of the system, seen by strace, to the last call.

Runs on the program as installed, in a network namespace of its own with nothing but a loopback
that is down. Where none can be made, the calls are watched all the same, and the one test that
says so is skipped.
"""

import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
import typer

from guider import OYVIK
from installert import install
from samtale import FILE_NAME, EnkelSamtale, Samtale, pace
from sporing import NAMES, Trace, Tracer, can_be_alone
from veileder_cli.cli.app import build_app
from veileder_cli.cli.innhold import build_innhold
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
KEEPS: Final = frozenset({"fsync"})
"""What sees to it that a file is whole on the disk."""

ANSWERS: Final = str(Path("docs/eksempler/svar.yaml").absolute())
GUIDE: Final = str(OYVIK)
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "sjekk": ("--svar", ANSWERS, "--hvorfor"),
    "sok": ("plikt",),
    "definisjon": ("radikaliseringene",),
    "les": ("1",),
    "fullforing": ("bash",),
    "innhold sammenlign": (GUIDE, GUIDE),
    "innhold skjema": ("--fil", "regler"),
}
"""What a command needs, beside the guide that the authors' commands are given."""
WRITES: Final[Mapping[str, tuple[str, ...]]] = {
    "kontakt": ("kontakt", "112", "--vcf"),
    "sjekk": ("sjekk", "--svar", ANSWERS, "--ut"),
    "innhold ny": ("innhold", "ny", "--kommune", "Fjordby"),
    "innhold skjema": ("innhold", "skjema", "--ut"),
    "innhold vis": ("innhold", "vis", GUIDE, "--format", "html", "--ut"),
}
"""What writes a file or a folder, and only the one whose name comes last."""


def reading_commands() -> Iterator[tuple[str, ...]]:
    """Give every command so that it only reads; making a new guide is the one that cannot."""
    for command in _names(build_app()):
        yield (command, *WORDS.get(command, ()))
    for command in _names(build_innhold()):
        if command != "ny":
            yield ("innhold", command, *WORDS.get(f"innhold {command}", (GUIDE,)))
    yield ("om", "--innhold", str(OYVIK.parent))
    yield ("sjekk", "--svar", ANSWERS, "--json")
    yield ("sjekk", "--ov", "--json")
    yield ("om", "--sprak", "en")
    yield from (("--versjon",), ("--help",), ("_fullfor", "bash", "2", "kontakt", ""))


def _names(app: typer.Typer) -> list[str]:
    return [c.callback.__name__ for c in app.registered_commands if c.callback]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(tmp_path_factory.mktemp("site"))


@pytest.fixture
def tracer(site: Path, tmp_path: Path) -> Iterator[Tracer]:
    (tmp_path / "hjem").mkdir()
    yield Tracer(site, tmp_path / "hjem")
    left = [*(tmp_path / "hjem").iterdir()]
    assert all(file.name == "raad.txt" for file in left)


@pytest.mark.skipif(not can_be_alone(), reason="no network namespace can be made here")
def test_there_is_no_network_where_the_program_is_watched(tracer: Tracer) -> None:
    look = "import socket; print(*(name for _, name in socket.if_nameindex())); "
    look += "socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run(
        [*tracer.under, sys.executable, "-c", look], capture_output=True, text=True, check=False
    )
    assert done.stdout == "lo\n"
    assert "Network is unreachable" in done.stderr, "even the loopback is down"


@pytest.mark.parametrize("argv", [*reading_commands()], ids=lambda argv: " ".join(argv[:2]))
def test_a_command_reads_and_writes_to_its_output_and_does_nothing_else(
    tracer: Tracer, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    trace = tracer.run(*argv, cwd=tmp_path / "hjem")
    assert trace.names - READS == set()
    assert (trace.sockets, trace.written) == ([], [])
    assert trace.programs == [sys.executable]


@pytest.mark.parametrize("argv", [*WRITES.values()], ids=[*WRITES])
def test_what_is_asked_for_is_written_where_the_person_said_and_nowhere_else(
    tracer: Tracer, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    told = tmp_path / "dit" / "sted"
    told.parent.mkdir()
    trace = tracer.run(*argv, str(told), cwd=tmp_path / "hjem")
    assert told.exists()
    assert trace.names - READS - NAMES - KEEPS == set()
    assert [p for p in trace.written if not Path(p).is_relative_to(told.parent)] == []
    assert [*told.parent.iterdir()] == [told]
    assert (trace.sockets, trace.programs) == ([], [sys.executable])


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
    assert trace.names - READS - WAITS - NAMES - KEEPS == set()
    names = {Path(path).name for path in trace.written}
    assert {n for n in names if not n.startswith(".veileder-")} == {"raad.txt"}
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
