#!/usr/bin/env python3
"""jinsha check, as scripts see it. Usage: check_command_test.py PROGRAM PROJECT_ROOT"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
OPEN_RING = """{"type": "FeatureCollection", "features": [
  {"type": "Feature", "id": 7, "properties": {"name": "湖"},
   "geometry": {"type": "Polygon", "coordinates": [[[101.50, 26.6], [101.6, 26.6], [101.6, 26.7], [101.5, 26.7]]]}},
  {"type": "Feature", "id": 7, "properties": {"name": "园"}, "geometry": {"type": "Point", "coordinates": [200, 1]}}
]}
"""


def check(*arguments):
    return subprocess.run([PROGRAM, "check", *map(str, arguments)], capture_output=True, text=True, timeout=60)


class CheckCommand(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, text):
        path = pathlib.Path(self.folder.name) / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_the_bundled_map_is_sound(self):
        done = check(ROOT / "geodata" / "west-district.map.json")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_each_finding_names_file_line_and_column(self):
        path = self.file("a.geojson", OPEN_RING)
        done = check(path)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{path}:3:99: error: feature 1: the ring does not end where it begins [ring-not-closed]",
                      done.stdout)
        self.assertIn(f"{path}:4:29: error: feature 2: feature 1 has the id 7 already [duplicate-id]", done.stdout)
        self.assertTrue(done.stdout.endswith("3 findings\n"))

    def test_json_is_for_machines(self):
        done = check("--json", self.file("a.geojson", OPEN_RING))
        findings = json.loads(done.stdout)["findings"]
        self.assertEqual([f["code"] for f in findings], ["ring-not-closed", "duplicate-id", "coordinate-range"])
        self.assertEqual(findings[0]["line"], 3)
        self.assertEqual(findings[0]["feature"], 1)
        self.assertEqual(findings[0]["fix"], "repeat the first position at the end")
        self.assertIsNone(findings[1]["fix"])

    def test_fix_changes_the_bytes_of_the_fault_alone(self):
        path = self.file("a.geojson", OPEN_RING)
        done = check("--fix", path)
        self.assertEqual(done.returncode, 1, "two faults are left")
        self.assertIn("fixed: feature 1: the ring does not end where it begins", done.stdout)
        self.assertEqual(path.read_text(encoding="utf-8"),
                         OPEN_RING.replace("[101.5, 26.7]]]", "[101.5, 26.7], [101.50, 26.6]]]"))

    def test_fields_are_checked_by_what_the_document_says_of_them(self):
        folder = pathlib.Path(self.folder.name) / "geodata"
        shutil.copytree(ROOT / "geodata", folder)
        lake = folder / "jinsha-lake.geojson"
        lake.write_text(lake.read_text(encoding="utf-8").replace('"ongoing"', '"going on"', 1), encoding="utf-8")
        done = check(folder / "west-district.map.json")
        self.assertEqual(done.returncode, 1)
        self.assertIn("field 'phase': expected one of completed, ongoing, planned, found \"going on\"", done.stdout)

    def test_faults_of_a_document_are_told_at_their_place(self):
        path = self.file("a.map.json", """{"version": 8, "sources": {}, "layers": [
  {"id": "land", "type": "background", "paint": {"background-color": "blau"}}]}""")
        done = check(path)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{path}:2:70: ", done.stdout)
        self.assertIn("/layers/0/paint/background-color", done.stdout)

    def test_what_cannot_be_read_or_written_is_told(self):
        done = check(self.folder.name + "/none.geojson")
        self.assertEqual(done.returncode, 2)
        self.assertIn("none.geojson", done.stderr)
        self.assertEqual(check(self.file("empty.geojson", "")).returncode, 1)
        if os.geteuid() != 0:  # to root every folder is writable
            path = self.file("a.geojson", OPEN_RING)
            os.chmod(self.folder.name, 0o500)
            self.addCleanup(os.chmod, self.folder.name, 0o700)
            self.assertEqual(check("--fix", path).returncode, 2)
            self.assertEqual(path.read_text(encoding="utf-8"), OPEN_RING)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
