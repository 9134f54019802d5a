"""Drives the real program in a window of its own display: starts Xvfb and jinsha, sends input with xdotool, reads the
state file and takes pictures of the screen."""

import json
import os
import pathlib
import re
import struct
import subprocess
import tempfile
import time


class Picture:
    """The pixels of the screen: (r, g, b) at x, y, from the upper left corner."""

    def __init__(self, width, height, rows):
        self.width, self.height, self.rows = width, height, rows

    @classmethod
    def from_xwd(cls, data):
        """An X window dump of 32 bits a pixel (X11/XWDFile.h): a header of 25 words, colours, pixels as B, G, R, x."""
        header = struct.unpack(">25I", data[:100])
        size, _, _, _, width, height = header[:6]
        bits, stride, colours = header[11], header[12], header[19]
        if bits != 32:
            raise ValueError(f"expected 32 bits a pixel, found {bits}")
        start = size + 12 * colours
        rows = [data[start + y * stride : start + y * stride + 4 * width] for y in range(height)]
        return cls(width, height, rows)

    @classmethod
    def from_png(cls, path):
        raw = subprocess.run(["convert", str(path), "-depth", "8", "bgra:-"], check=True, capture_output=True).stdout
        size = subprocess.run(["identify", "-format", "%w %h", str(path)], check=True, capture_output=True, text=True)
        width, height = map(int, size.stdout.split())
        return cls(width, height, [raw[y * 4 * width : (y + 1) * 4 * width] for y in range(height)])

    def pixel(self, x, y):
        b, g, r = self.rows[y][4 * x : 4 * x + 3]
        return r, g, b

    def row(self, left, right, y):
        return self.rows[y][4 * left : 4 * right]


def share_of_difference(a, a_corner, b, b_corner, size, tolerance=8, step=1):
    """How large a part of the pixels of two rectangles differ by more than `tolerance` in a channel, 0 to 1."""
    different = total = 0
    for y in range(0, size[1], step):
        row_a = a.row(a_corner[0], a_corner[0] + size[0], a_corner[1] + y)
        row_b = b.row(b_corner[0], b_corner[0] + size[0], b_corner[1] + y)
        total += size[0]
        if row_a == row_b:
            continue
        for x in range(0, 4 * size[0], 4):
            if any(abs(row_a[x + i] - row_b[x + i]) > tolerance for i in range(3)):
                different += 1
    return different / total


class Display:
    """An X server without hardware."""

    def __init__(self, size=(1280, 800), arguments=()):
        reader, writer = os.pipe()
        screen = f"{size[0]}x{size[1]}x24"
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-noreset", "-nolisten", "tcp", "-screen", "0", screen, *arguments],
            pass_fds=(writer,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as pipe:
            self.name = ":" + pipe.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait()


class Jinsha:
    """A running `jinsha view`. Its configuration and cache are empty folders, so that runs do not meet."""

    def __init__(self, program, display, *arguments, state_home=None):
        self.folder = tempfile.TemporaryDirectory()
        self.state_path = pathlib.Path(self.folder.name) / "state.json"
        self.env = {**os.environ, "DISPLAY": display.name, "LIBGL_ALWAYS_SOFTWARE": "1"}
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            self.env[name] = str(pathlib.Path(self.folder.name) / name)
        if state_home:  # of several runs that know of each other
            self.env["XDG_STATE_HOME"] = str(state_home)
        self.command = [str(program), "view", "--lang", "zh", "--state-file", str(self.state_path), *map(str, arguments)]
        self.process = subprocess.Popen(self.command, env=self.env, stderr=subprocess.PIPE, text=True)
        self.errors = None

    def start_again(self, meanwhile=lambda: None):
        """Ends the program and starts it anew, with the configuration and cache that it has left. `meanwhile` is
        done while it does not run."""
        self.process.kill()
        self.process.communicate()
        self.state_path.unlink()
        meanwhile()
        self.process = subprocess.Popen(self.command, env=self.env, stderr=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stderr.close()
        self.folder.cleanup()

    # What the window tells

    def state(self):
        try:
            return json.loads(self.state_path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}

    def wait_for(self, what, condition, seconds=20):
        """The first state that `condition` is true of."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            state = self.state()
            if state and condition(state):
                return state
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended while waiting for: {what}\n{self.process.stderr.read()}")
            time.sleep(0.01)
        raise AssertionError(f"waited {seconds} s in vain for: {what}\n{json.dumps(self.state(), ensure_ascii=False)}")

    def settled(self):
        """Waits until nothing moves any longer: two looks in a row, as input may still be on its way."""
        time.sleep(0.15)
        self.wait_for("the window to settle", lambda s: s["settled"])
        time.sleep(0.15)
        return self.wait_for("the window to settle", lambda s: s["settled"])

    def symbol(self, text):
        """The symbol of that text on the screen."""
        state = self.settled()
        found = [s for s in state["symbols"] if s["text"].replace("\n", "") == text]
        if not found:
            raise AssertionError(f"no symbol {text!r} among {[s['text'] for s in state['symbols']]}")
        return found[0]

    # What the user does

    def xdotool(self, *arguments):
        return subprocess.run(
            ["xdotool", *map(str, arguments)], env=self.env, check=True, capture_output=True, text=True
        ).stdout

    def move(self, x, y):
        self.xdotool("mousemove", round(x), round(y))

    def click(self, x, y, button=1):
        self.xdotool("mousemove", round(x), round(y), "sleep", "0.05", "click", button)

    def drag(self, start, end, steps=10, modifiers=(), rest=True):
        """With `rest` the hand stops before it lets go; without, the map is thrown."""
        moves = []
        for i in range(1, steps + 1):
            x = round(start[0] + (end[0] - start[0]) * i / steps)
            y = round(start[1] + (end[1] - start[1]) * i / steps)
            moves += ["mousemove", x, y, "sleep", "0.016"]
        down = [a for key in modifiers for a in ("keydown", key)]
        up = [a for key in modifiers for a in ("keyup", key)]
        self.xdotool("mousemove", *start, *down, "mousedown", 1, "sleep", "0.03", *moves, *(["sleep", "0.15"] if rest else []), "mouseup", 1, *up)

    def wheel(self, x, y, notches):
        button = 4 if notches > 0 else 5
        self.xdotool("mousemove", round(x), round(y))
        for _ in range(abs(notches)):
            self.xdotool("click", button)

    def key(self, *keys):
        self.xdotool("key", *keys)

    def window(self, title="金沙", seconds=0):
        """The window whose title begins so; waits until there is one."""
        end = time.monotonic() + seconds
        while True:
            command = ["xwininfo", "-root", "-tree"]
            tree = subprocess.run(command, env=self.env, check=True, capture_output=True, text=True).stdout
            found = re.search(rf'(0x[0-9a-f]+) "{title}', tree)
            if found:
                return found.group(1)
            if time.monotonic() > end:
                raise AssertionError(f"no window {title!r} in {tree}")
            time.sleep(0.05)

    def picture(self):
        data = subprocess.run(["xwd", "-root", "-silent"], env=self.env, check=True, capture_output=True).stdout
        return Picture.from_xwd(data)

    def end(self, seconds=10):
        """Waits for the end of the program and returns its exit status."""
        _, self.errors = self.process.communicate(timeout=seconds)
        return self.process.returncode


def open_window(test, program, display, *arguments, state_home=None):
    """A window that shows a map, at rest; it is closed at the end of the test."""
    window = Jinsha(program, display, *arguments, state_home=state_home)
    test.addCleanup(window.__exit__)
    window.wait_for("the map to open", lambda s: not s["loading"])
    window.settled()
    return window
