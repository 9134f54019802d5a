#!/usr/bin/env python3
"""Large layers as the program meets them: damaged, cut off, killed, without room for its cache, two at once.
Usage: large_layers_test.py PROGRAM PROJECT_ROOT"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = sys.argv[1]
MANY = 60_000  # of 50,000 features on a layer goes through the cache


def points(shift=0.0):
    """A GeoJSON text with a feature a line."""
    features = (
        '{"type":"Feature","properties":{"n":%d},"geometry":{"type":"Point","coordinates":[%.5f,%.5f]}}'
        % (i, 101 + shift + i % 300 * 0.001, 26 + i // 300 * 0.001)
        for i in range(MANY)
    )
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"


class LargeLayers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = points()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)
        self.cache = self.path / "cache"
        self.env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        self.env["XDG_CACHE_HOME"] = str(self.cache)
        self.env["XDG_CONFIG_HOME"] = str(self.path / "config")
        self.data = self.path / "many.geojson"
        self.data.write_text(self.text)

    def start(self, picture):
        command = [PROGRAM, "export", str(self.data), "-o", str(self.path / picture), "--size", "300x200", "--no-furniture"]
        return subprocess.Popen(command, env=self.env, stderr=subprocess.PIPE, text=True)

    def export(self, picture, status=0):
        process = self.start(picture)
        said = process.communicate(timeout=120)[1]
        self.assertEqual(process.returncode, status, said)
        return (self.path / picture).read_bytes(), said

    def cached(self):
        return sorted((self.cache / "jinsha").glob("*.layer"))

    def test_damage_that_shows_while_drawing_is_told_and_drawn_right(self):
        whole, said = self.export("first.png")
        self.assertEqual(said, "")
        (file,) = self.cached()
        damaged = bytearray(file.read_bytes())
        for at in range(1000, len(damaged) // 2, 5000):  # features; the directory lies at the end
            damaged[at] ^= 0x40
        file.write_bytes(damaged)
        again, said = self.export("second.png")
        self.assertIn(f"{file}: is damaged at byte", said)
        self.assertIn("the export is made anew", said)
        self.assertEqual(again, whole)
        third, said = self.export("third.png")
        self.assertEqual((third, said), (whole, ""))

    def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_missing(self):
        whole, _ = self.export("first.png")
        self.env["XDG_CACHE_HOME"] = str(self.data)  # is no folder
        other, said = self.export("second.png")
        self.assertIn("the layer cache is not kept", said)
        self.assertEqual(other, whole)

    def test_a_program_killed_while_it_reads_leaves_nothing_that_is_wrong(self):
        for delay_s in (0.05, 0.15, 0.3):
            process = self.start("killed.png")
            time.sleep(delay_s)
            process.kill()
            process.communicate()
        whole, said = self.export("first.png")
        self.assertEqual(said, "")
        self.assertEqual(self.export("second.png"), (whole, ""))

    def test_a_file_that_is_cut_off_while_it_is_read_is_no_crash(self):
        for delay_s in (0.02, 0.05, 0.1, 0.2):
            self.data.write_text(self.text)
            process = self.start("cut.png")
            time.sleep(delay_s)
            with open(self.data, "r+b") as file:
                file.truncate(len(self.text) // 3)
            said = process.communicate(timeout=120)[1]
            self.assertIn(process.returncode, (0, 1, 2), said)
            if process.returncode == 2:
                self.assertIn("many.geojson", said)
        self.data.write_text(self.text)
        self.assertEqual(self.export("after.png")[1], "")

    def test_a_changed_file_is_not_drawn_from_its_old_cache(self):
        self.export("old.png")
        self.data.write_text(points(shift=0.2).replace('"n":7,', '"n":8,'))
        changed, _ = self.export("new.png")
        self.env["XDG_CACHE_HOME"] = str(self.path / "other")
        self.assertEqual(changed, self.export("without.png")[0])

    def test_two_programs_may_read_the_same_data_at_once(self):
        both = [self.start("a.png"), self.start("b.png")]
        for process in both:
            said = process.communicate(timeout=120)[1]
            self.assertEqual((process.returncode, said), (0, ""))
        self.assertEqual((self.path / "a.png").read_bytes(), (self.path / "b.png").read_bytes())
        self.assertEqual(len(self.cached()), 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
