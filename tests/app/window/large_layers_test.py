#!/usr/bin/env python3
"""End to end: a large layer in the real program, and what it tells of its cache.
Usage: large_layers_test.py PROGRAM PROJECT_ROOT"""

import pathlib
import sys
import tempfile
import unittest

from driver import Display, open_window

PROGRAM, ROOT = sys.argv[1:3]
MANY = 60_000  # of 50,000 features on a layer goes through the cache


def setUpModule():
    global display
    display = Display()
    unittest.addModuleCleanup(display.close)


def write_points(path):
    features = (
        '{"type":"Feature","properties":{"n":%d},"geometry":{"type":"Point","coordinates":[%.5f,%.5f]}}'
        % (i, 101 + i % 300 * 0.001, 26 + i // 300 * 0.001)
        for i in range(MANY)
    )
    path.write_text('{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n")


class LargeLayer(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "many.geojson"
        write_points(self.data)

    def test_damage_of_its_cache_is_told_and_mended(self):
        program = open_window(self, PROGRAM, display, self.data)
        program.wait_for("the layer to be read", lambda s: not s["loading"])
        (file,) = (pathlib.Path(program.env["XDG_CACHE_HOME"]) / "jinsha").glob("*.layer")
        whole = file.read_bytes()
        damaged = bytearray(whole)
        for at in range(1000, len(whole) // 2, 5000):  # features; the directory lies at the end
            damaged[at] ^= 0x40
        # A program that still runs would mend it, and nobody would be told in the next one.
        program.start_again(meanwhile=lambda: file.write_bytes(damaged))
        program.wait_for("the note", lambda s: any("缓存已损坏" in note for note in s["notes"]))
        program.wait_for("the new file", lambda s: not s["loading"] and file.exists() and file.read_bytes() == whole)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
