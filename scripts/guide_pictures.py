#!/usr/bin/env python3
"""Takes the pictures of the window for README and guides again, under a display of its own.
Usage: scripts/guide_pictures.py [PROGRAM] [FOLDER] [NAME…]   (build/release/src/app/jinsha, docs/pictures, all)"""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "app" / "window"))
from driver import Display, Jinsha  # noqa: E402

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/release/src/app/jinsha"
FOLDER = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "docs" / "pictures"
SAMPLE = ROOT / "geodata" / "west-district.map.json"
GUIDE, README = (1280, 800), (1920, 1080)


def search(window, text):
    window.key("slash")
    window.settled()
    window.xdotool("type", "--delay", "20", text)
    window.settled()


def find(window, text):
    search(window, text)
    window.key("Return")
    window.wait_for("the card", lambda s: s["selected"] and s["settled"])


def district(window):
    find(window, "jsh")
    window.key("Home")


def dark(window):
    district(window)
    window.key("ctrl+shift+d")


def planned(window):
    window.key("f", "ctrl+2")


def measured(window):
    window.key("m")
    window.settled()
    for x, y in ((430, 560), (560, 480), (700, 430), (820, 330)):
        window.click(x, y)
        window.settled()
    window.key("Return")


def compared(window):
    find(window, "jsh")
    window.key("t")
    window.settled()
    find(window, "jssdz")


PICTURES = {
    "window": (README, district),
    "window-dark": (README, dark),
    "search": (GUIDE, lambda window: search(window, "jsh")),
    "filter": (GUIDE, planned),
    "glance": (GUIDE, lambda window: window.key("g")),
    "measure": (GUIDE, measured),
    "compare": (GUIDE, compared),
    "export-dialog": (GUIDE, lambda window: window.key("ctrl+e")),
}


def take(name, size, prepare):
    display = Display(size)
    try:
        with Jinsha(PROGRAM, display, SAMPLE, "--window", f"{size[0]}x{size[1]}") as window:
            window.wait_for("the map to open", lambda s: not s["loading"])
            window.settled()
            prepare(window)
            window.settled()
            window.move(size[0] // 2, size[1] - 3)  # out of the way
            window.settled()
            picture = FOLDER / f"{name}.png"
            subprocess.run(["import", "-window", "root", "-strip", str(picture)], env=window.env, check=True)
            print(picture)
    finally:
        display.close()


def main():
    for name in sys.argv[3:] or PICTURES:
        take(name, *PICTURES[name])


if __name__ == "__main__":
    main()
