"""Plays a whole interview on a Windows console; run by Windows' own Python.

Usage: python windows_taster.py CODEPAGE BUNDLE STEPS RESULT [ARGUMENT…]. A thread reads the
console's screen and posts key events into its input, as a keyboard does; the program runs in the
main thread. The steps are a list of {"wait": text}, {"lines": [text…]},
{"point": row, "moves": [name…]} and {"press": key}. Like a person, it looks before it presses:
never at a fixed pace, since the program rightly takes keys that wait in a row for a paste.
"""

import ctypes
import json
import os
import re
import runpy
import sys
import threading
import time
from ctypes import wintypes
from pathlib import Path

KERNEL = ctypes.windll.kernel32
KERNEL.CreateFileW.restype = wintypes.HANDLE
READ_WRITE, SHARED, EXISTING = 0xC0000000, 3, 3
KEYS = {"home": 0x24, "down": 0x28, "enter": 0x0D, "space": 0x20, "ctrl-x": ord("X")}
CHARS = {"enter": "\r", "space": " ", "ctrl-x": "\x18"}
LEFT_CTRL = 0x08
STILL = "a screen that stands still"
QUIET, LOOK, PATIENCE = 0.5, 0.05, 60.0


class Key(ctypes.Structure):
    """KEY_EVENT_RECORD inside INPUT_RECORD."""

    _fields_ = (
        ("type", wintypes.WORD),
        ("down", wintypes.BOOL),
        ("repeat", wintypes.WORD),
        ("code", wintypes.WORD),
        ("scan", wintypes.WORD),
        ("char", wintypes.WCHAR),
        ("state", wintypes.DWORD),
    )


class Screen(ctypes.Structure):
    """CONSOLE_SCREEN_BUFFER_INFO."""

    _fields_ = (
        ("size", wintypes._COORD),
        ("cursor", wintypes._COORD),
        ("attributes", wintypes.WORD),
        ("window", wintypes.SMALL_RECT),
        ("largest", wintypes._COORD),
    )


def console(name):
    return wintypes.HANDLE(KERNEL.CreateFileW(name, READ_WRITE, SHARED, None, EXISTING, 0, None))


def rows():
    """Read the rows of the window, as they stand on the screen."""
    out, about = console("CONOUT$"), Screen()
    KERNEL.GetConsoleScreenBufferInfo(out, ctypes.byref(about))
    width, read, found = about.size.X, wintypes.DWORD(), []
    for row in range(about.window.Top, about.window.Bottom + 1):
        text = ctypes.create_unicode_buffer(width + 1)
        KERNEL.ReadConsoleOutputCharacterW(
            out, text, width, wintypes._COORD(0, row), ctypes.byref(read)
        )
        found.append(text.value.rstrip())
    KERNEL.CloseHandle(out)
    return found


def post(name):
    """Post the key's way down and up into the console's input."""
    code = KEYS.get(name) or ord(name.upper())
    char = CHARS.get(name, name if len(name) == 1 else "\0")
    state = LEFT_CTRL if name.startswith("ctrl-") else 0
    events = (Key * 2)(*(Key(1, down, 1, code, 0, char, state) for down in (1, 0)))
    into, written = console("CONIN$"), wintypes.DWORD()
    KERNEL.WriteConsoleInputW(into, ctypes.byref(events), 2, ctypes.byref(written))
    KERNEL.CloseHandle(into)


def look_until(is_there, wanted):
    end = time.monotonic() + PATIENCE
    while not is_there(rows()):
        if time.monotonic() > end:
            raise TimeoutError(wanted)
        time.sleep(LOOK)


def settle():
    """Look until the screen has stood still for a while, and give it."""
    seen, since, end = rows(), time.monotonic(), time.monotonic() + PATIENCE
    while time.monotonic() - since < QUIET:
        time.sleep(LOOK)
        if (now := rows()) != seen:
            seen, since = now, time.monotonic()
        if time.monotonic() > end:
            raise TimeoutError(STILL)
    return seen


def press(name):
    """Press what acts on a screen that stands still, and see that something came of it."""
    before = settle()
    post(name)
    look_until(lambda now: now != before, f"another screen after {name}")


def wait(text):
    wanted = "".join(text.split())
    look_until(lambda now: wanted in "".join("".join(now).split()), text)


def point(row, moves):
    """Move, and see that the row, of which the first line counts, is the one pointed at."""

    def is_pointed_at(now):
        pointed = (re.sub(r"^> (\[[^]]*\] +|\d+\. )?", "", r) for r in now if r.startswith("> "))
        return any(line and row.startswith(line) for line in pointed)

    settle()
    for name in moves:
        post(name)
    look_until(is_pointed_at, f"> {row}")


def play(steps, seen, result):
    try:
        for step in steps:
            if "wait" in step:
                wait(step["wait"])
                seen.append(rows())
            elif "lines" in step:
                look_until(lambda now, lines=step["lines"]: set(lines) <= set(now), step["lines"])
            elif "point" in step:
                point(step["point"], step["moves"])
            else:
                press(step["press"])
        seen.append("alt")
    except Exception as error:
        seen.append([f"{type(error).__name__}: {error}", *rows()])
        Path(result).write_text(json.dumps({"kode": -1, "sett": seen}), "utf-8")
        os._exit(1)


def main(codepage, bundle, steps, result, *arguments):
    """Run the program as it is, but with the console's own calls where wine's VT is not whole."""
    seen, ended = [], 0
    KERNEL.SetConsoleCP(int(codepage))
    KERNEL.SetConsoleOutputCP(int(codepage))
    sys.path[:0] = [f"{bundle}/src"]
    import prompt_toolkit.input.win32
    import prompt_toolkit.output.windows10

    prompt_toolkit.output.windows10.is_win_vt100_enabled = lambda: False
    prompt_toolkit.input.win32._is_win_vt100_input_enabled = lambda: False
    del sys.path[0]
    todo = json.loads(Path(steps).read_text("utf-8"))
    player = threading.Thread(target=play, args=(todo, seen, result), daemon=True)
    player.start()
    sys.argv = [bundle, *arguments]
    try:
        runpy.run_path(bundle, run_name="__main__")
    except SystemExit as leaving:
        ended = leaving.code or 0
    player.join(PATIENCE + 5)
    Path(result).write_text(json.dumps({"kode": ended, "sett": seen, "til_slutt": rows()}), "utf-8")


main(*sys.argv[1:])
