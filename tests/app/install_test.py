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
            "share/man/man1/jinsha.1",
            "share/bash-completion/completions/jinsha",
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


class Packaged(unittest.TestCase):
    def test_a_debian_package_runs_from_an_empty_folder(self):
        if not shutil.which("dpkg-deb") or not shutil.which("dpkg-shlibdeps"):
            self.skipTest("dpkg-deb and dpkg-shlibdeps are not here (package dpkg-dev)")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        cpack = pathlib.Path(CMAKE).with_name("cpack")
        subprocess.run([cpack, "-G", "DEB", "-B", folder.name, "--config", f"{BUILD}/CPackConfig.cmake"], check=True,
                       stdout=subprocess.DEVNULL)
        package = next(pathlib.Path(folder.name).glob("*.deb"))
        depends = subprocess.run(["dpkg-deb", "-f", package, "Depends"], check=True, capture_output=True, text=True).stdout
        self.assertIn("libgdal", depends)
        self.assertIn("fonts-noto-cjk", depends)
        root = pathlib.Path(folder.name) / "root"
        subprocess.run(["dpkg-deb", "-x", package, root], check=True)
        program = root / "usr/bin/jinsha"
        environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "JINSHA_RESOURCES")}
        told = subprocess.run([program, "--help"], cwd="/", env=environment, capture_output=True, text=True)
        self.assertIn("jinsha", told.stdout)
        picture = root / "map.png"
        sample = root / "usr/share/jinsha/geodata/west-district.map.json"
        done = subprocess.run([program, "export", sample, "-o", picture, "--size", "640x400"], cwd="/", env=environment,
                              capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")


class Completion(unittest.TestCase):
    def completed(self, line):
        """What bash offers at the end of the line."""
        words = line.split(" ")
        script = f"""source {ROOT}/packaging/jinsha.bash
COMP_WORDS=({" ".join(f"'{word}'" for word in words)}); COMP_CWORD={len(words) - 1}
_jinsha; printf '%s\n' "${{COMPREPLY[@]}}" """
        return subprocess.run(["bash", "-c", script], check=True, capture_output=True, text=True, cwd="/").stdout.split()

    def test_offers_commands_options_and_values(self):
        self.assertEqual(self.completed("jinsha exp"), ["export"])
        self.assertEqual(self.completed("jinsha export --sub"), ["--subtitle"])
        self.assertEqual(self.completed("jinsha export --theme d"), ["dark"])
        self.assertEqual(self.completed("jinsha cache cl"), ["clear"])

    def test_knows_every_option_that_the_program_tells(self):
        for command in ("view", "export", "info", "check", "add", "bench"):
            told = subprocess.run([f"{BUILD}/src/app/jinsha", command, "--help"], check=True, capture_output=True,
                                  text=True).stdout
            options = {word.split(",")[-1].split("=")[0] for line in told.splitlines() if line.startswith("  -")
                       for word in line.split()[:1]}
            self.assertLessEqual(options, set(self.completed(f"jinsha {command} --")) | {"--help"}, command)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
