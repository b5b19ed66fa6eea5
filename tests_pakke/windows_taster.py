"""Plays a whole interview on a Windows console; run by Windows' own Python.

Usage: python windows_taster.py CODEPAGE BUNDLE STEPS RESULT [ARGUMENT…]. A thread reads the
console's screen and posts key events into its input, as a keyboard does; the program runs in the
main thread. The steps are a list of {"wait": text}, {"keys": [name…]}, {"point": row}.
"""

import ctypes
import json
import os
import runpy
import sys
import threading
import time
from ctypes import wintypes
from pathlib import Path

KERNEL = ctypes.windll.kernel32
KERNEL.CreateFileW.restype = wintypes.HANDLE
READ_WRITE, SHARED, EXISTING = 0xC0000000, 3, 3
KEYS = {"home": 0x24, "down": 0x28, "enter": 0x0D, "space": 0x20, "esc": 0x1B}
CHARS = {"enter": "\r", "space": " ", "esc": "\x1b"}
MOVES = ("home", "down")
PACE, PATIENCE = 0.12, 30.0


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


def press(name):
    """Post the key's way down and up; what chooses comes after a pause, as a person reads first."""
    if name not in MOVES:
        time.sleep(4 * PACE)
    code = KEYS.get(name) or ord(name.upper())
    char = CHARS.get(name, name if len(name) == 1 else "\0")
    events = (Key * 2)(*(Key(1, down, 1, code, 0, char, 0) for down in (1, 0)))
    into, written = console("CONIN$"), wintypes.DWORD()
    KERNEL.WriteConsoleInputW(into, ctypes.byref(events), 2, ctypes.byref(written))
    KERNEL.CloseHandle(into)
    time.sleep(PACE)


def wait(text):
    wanted, end = "".join(text.split()), time.monotonic() + PATIENCE
    while wanted not in "".join("".join(rows()).split()):
        if time.monotonic() > end:
            raise TimeoutError(text)
        time.sleep(0.03)
    time.sleep(PACE)


def point(start):
    press("home")
    for _ in range(60):
        if any(row.startswith(f"> {start}") for row in rows()):
            return
        press("down")
    raise TimeoutError(start)


def play(steps, seen, result):
    try:
        for step in steps:
            if "wait" in step:
                wait(step["wait"])
                seen.append(rows())
            elif "point" in step:
                point(step["point"])
            else:
                for key in step["keys"]:
                    press(key)
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
    sys.path[:0] = [f"{bundle}/py{sys.version_info[0]}{sys.version_info[1]}"]
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
    Path(result).write_text(json.dumps({"kode": ended, "sett": seen}), "utf-8")


main(*sys.argv[1:])
