#!/usr/bin/env python3
"""Installs the program into an empty folder and runs it from there, as a package would.
Usage: install_test.py CMAKE BUILD_FOLDER PROJECT_ROOT"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

CMAKE, BUILD, ROOT = sys.argv[1:4]
sys.path.insert(0, f"{ROOT}/tests/app/window")

from driver import Display, Jinsha  # noqa: E402


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.prefix = pathlib.Path(folder.name) / "usr"
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", cls.prefix], check=True, stdout=subprocess.DEVNULL)
        cls.program = cls.prefix / "bin" / "jinsha"

    def test_every_part_is_in_its_usual_place(self):
        for part in (
            "bin/jinsha",
            "share/applications/jinsha.desktop",
            "share/icons/hicolor/scalable/apps/jinsha.svg",
            "share/jinsha/assets/i18n/zh.json",
            "share/jinsha/assets/icons/theme-industry.svg",
            "share/jinsha/assets/jinsha-metadata.schema.json",
            "share/jinsha/geodata/west-district.map.json",
            "share/jinsha/geodata/README.md",
            "share/jinsha/shaders/opaque.frag",
        ):
            self.assertTrue((self.prefix / part).is_file(), part)
        maker = [path for path in self.prefix.rglob("*") if path.suffix in (".py", ".sh") or path.name == "maker"]
        self.assertEqual(maker, [])

    def test_it_writes_the_picture_that_the_build_writes(self):
        pictures = []
        for program, sample in (
            (self.program, self.prefix / "share/jinsha/geodata/west-district.map.json"),
            (f"{BUILD}/src/app/jinsha", f"{ROOT}/geodata/west-district.map.json"),
        ):
            picture = self.prefix / f"{len(pictures)}.png"
            environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "JINSHA_RESOURCES")}
            done = subprocess.run([program, "export", sample, "-o", picture, "--size", "640x400"], cwd="/",
                                  env=environment, capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            pictures.append(picture.read_bytes())
        self.assertEqual(*pictures)

    def test_its_window_opens_the_bundled_map(self):
        display = Display()
        self.addCleanup(display.close)
        program = Jinsha(self.program, display)
        self.addCleanup(program.__exit__)
        state = program.wait_for("the map to open", lambda s: not s["loading"])
        self.assertEqual((state["map"], state["error"]), ("攀枝花市西区项目地图", ""))
        program.settled()
        program.key("ctrl+q")
        self.assertEqual(program.end(), 0)

    def test_its_menu_entry_is_valid(self):
        validate = shutil.which("desktop-file-validate")
        if not validate:
            self.skipTest("desktop-file-validate is not here (package desktop-file-utils)")
        entry = self.prefix / "share/applications/jinsha.desktop"
        done = subprocess.run([validate, entry], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (0, ""))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
