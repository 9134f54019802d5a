#!/usr/bin/env python3
"""End to end: dialogs and the clipboard of the real program, driven as a planner would.
Usage: dialogs_test.py PROGRAM PROJECT_ROOT"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

from driver import Display, Picture, open_window, share_of_difference

PROGRAM, ROOT = sys.argv[1:3]
SAMPLE = f"{ROOT}/geodata/west-district.map.json"


def setUpModule():
    global display
    display = Display()
    unittest.addModuleCleanup(display.close)


class Dialogs(unittest.TestCase):
    def open(self, *arguments):
        return open_window(self, PROGRAM, display, *(arguments or [SAMPLE]))

    def folder(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return pathlib.Path(folder.name)


class CopyThisView(Dialogs):
    def pasted(self, program):
        """What another program pastes as a picture."""
        paste = ["xclip", "-selection", "clipboard", "-o", "-t", "image/png"]
        return subprocess.run(paste, env=program.env, capture_output=True, timeout=20).stdout

    def copied(self, program):
        program.key("ctrl+shift+c")
        program.wait_for("the note", lambda s: s["notes"])
        return self.pasted(program)

    def test_is_pasted_as_the_picture_that_the_window_shows(self):
        program = self.open()
        program.key("F4")
        program.move(560, 620)
        program.settled()
        png = self.copied(program)
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        path = self.folder() / "pasted.png"
        path.write_bytes(png)
        picture = Picture.from_png(path)
        self.assertEqual((picture.width, picture.height), (1280, 800))
        program.wait_for("the note to go", lambda s: not s["notes"])
        program.settled()
        window = program.picture()
        self.assertLess(share_of_difference(window, (0, 0), picture, (0, 0), (1280, 800), tolerance=8), 0.005)

    def test_leaves_the_panels_out(self):
        program = self.open()
        path = self.folder() / "pasted.png"
        path.write_bytes(self.copied(program))
        differs = share_of_difference(program.picture(), (20, 100), Picture.from_png(path), (20, 100), (200, 300))
        self.assertGreater(differs, 0.3)

    def test_says_that_it_goes_with_the_program(self):
        program = self.open()
        self.assertTrue(self.copied(program))
        self.assertIn("退出金沙之前", program.state()["notes"][0])
        program.key("ctrl+q")
        self.assertEqual(program.end(), 0)
        self.assertEqual(self.pasted(program), b"")

    def test_takes_turns_with_texts_that_are_copied(self):
        program = self.open()
        self.assertTrue(self.copied(program))
        subprocess.run(["xclip", "-selection", "clipboard"], input=b"text", env=program.env, check=True)
        self.assertNotEqual(self.pasted(program)[:4], b"\x89PNG")
        program.wait_for("the note to go", lambda s: not s["notes"])
        self.assertEqual(self.copied(program)[:4], b"\x89PNG")


def points(*names):
    """A GeoJSON file of points in a row."""
    features = [
        {
            "type": "Feature",
            "id": name,
            "properties": {"name": name},
            "geometry": {"type": "Point", "coordinates": [101.6 + 0.01 * i, 26.6]},
        }
        for i, name in enumerate(names)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


class OpenAnotherMap(Dialogs):
    def in_folder(self):
        """A window that shows one of several files, with the dialog open over their folder."""
        folder = self.folder()
        for name in ("a.geojson", "b.geojson", "丙.geojson"):
            (folder / name).write_text(points(name), encoding="utf-8")
        (folder / "notes.txt").write_text("no map")
        (folder / "broken.geojson").write_text('{"type": "FeatureCollection", "features": [,]}')
        (folder / "资料").mkdir()
        (folder / "资料" / "内.geojson").write_text(points("内"), encoding="utf-8")
        program = self.open(folder / "a.geojson")
        program.key("ctrl+o")
        self.wait_for_folders(program, 1)
        return folder, program

    def wait_for_folders(self, program, count):
        program.wait_for("the folder", lambda s: s["dialog"] == "files" and s["folders_read"] >= count)
        program.settled()

    def test_by_keys_alone(self):
        _, program = self.in_folder()
        program.key("Down", "Down", "Return")  # from the folder 资料 by a.geojson to b.geojson
        self.assertEqual(program.wait_for("b", lambda s: s.get("map") == "b")["dialog"], "")
        program.key("ctrl+o")
        self.wait_for_folders(program, 1)
        program.key("Return")
        self.wait_for_folders(program, 2)
        program.key("Return")
        program.wait_for("the map in the folder", lambda s: s.get("map") == "内")

    def test_by_a_typed_path_that_is_completed(self):
        folder, program = self.in_folder()
        program.key("ctrl+l", "ctrl+a")
        program.xdotool("type", "--delay", "30", f"{folder}/b")
        program.settled()
        program.key("Tab", "Tab")
        program.key("BackSpace", *["BackSpace"] * 20)  # to the folder, wherever Tab led
        program.key("ctrl+a")
        program.xdotool("type", "--delay", "30", f"{folder}/b.")
        program.settled()
        program.key("Tab", "Return")
        program.wait_for("b", lambda s: s.get("map") == "b")

    def test_by_a_double_click(self):
        _, program = self.in_folder()
        program.click(520, 291)  # a.geojson is the second row, below 资料
        program.click(520, 319)
        program.xdotool("click", 1)
        program.wait_for("b", lambda s: s.get("map") == "b")

    def test_is_given_up_by_escape(self):
        _, program = self.in_folder()
        program.key("Escape")
        self.assertEqual(program.wait_for("no dialog", lambda s: not s["dialog"])["map"], "a")

    def test_keeps_the_map_when_the_other_is_broken(self):
        folder, program = self.in_folder()
        program.key("ctrl+l", "ctrl+a")
        program.xdotool("type", "--delay", "30", f"{folder}/broken.geojson")
        program.settled()
        program.key("Return")
        state = program.wait_for("the note", lambda s: s["notes"])
        self.assertIn("broken.geojson", state["notes"][0])
        self.assertEqual(state["map"], "a")
        program.key("ctrl+q")
        self.assertEqual(program.end(), 0)

    def test_opens_several_files_in_windows_of_their_own(self):
        _, program = self.in_folder()
        program.key("Down", "shift+Down", "Return")
        program.wait_for("the first", lambda s: s["dialog"] == "" and s.get("map") == "a")
        window = program.window("金沙 — b", seconds=20)
        program.xdotool("windowfocus", window, "key", "ctrl+q")


class AMapThatChangesOnDisk(Dialogs):
    def test_is_read_again_without_losing_the_view(self):
        path = self.folder() / "town.geojson"
        path.write_text(points("一", "二", "三"), encoding="utf-8")
        program = self.open(path)
        program.key("minus", "Right")
        before = program.settled()
        self.assertEqual(len({s["index"] for s in before["symbols"]}), 3)
        beside = path.with_suffix(".new")
        beside.write_text(points("一", "二"), encoding="utf-8")
        beside.rename(path)
        program.wait_for("the new map", lambda s: len({x["index"] for x in s.get("symbols", [])}) == 2)
        after = program.settled()
        for a, b in zip([*after["center"], after["zoom"]], [*before["center"], before["zoom"]]):
            self.assertAlmostEqual(a, b, places=4)  # less than a pixel: the grid began elsewhere

    def test_stays_when_it_is_damaged_and_says_so(self):
        path = self.folder() / "town.geojson"
        path.write_text(points("一", "二"), encoding="utf-8")
        program = self.open(path)
        path.write_text('{"type": "FeatureColl')
        state = program.wait_for("the note", lambda s: s["notes"])
        self.assertIn("town.geojson", state["notes"][0])
        self.assertEqual(len({s["index"] for s in program.settled()["symbols"]}), 2)
        path.write_text(points("一"), encoding="utf-8")
        program.wait_for("the mended map", lambda s: len({x["index"] for x in s.get("symbols", [])}) == 1)


class ExportAPage(Dialogs):
    A3, PDF, DPI_600 = (977, 194), (914, 230), (1032, 374)  # places in the dialog
    COPY_OF_NOTE = (553, 734)

    def opened(self):
        program = self.open()
        program.key("ctrl+e")
        program.wait_for("the dialog", lambda s: s["dialog"] == "export")
        program.settled()
        return program

    def give_file(self, program, path):
        program.key("Return")
        program.wait_for("the file dialog", lambda s: s["dialog"] == "files" and s["folders_read"] >= 1)
        program.key("ctrl+l", "ctrl+a")
        program.xdotool("type", "--delay", "30", path)
        program.settled()
        program.key("Return")  # goes to the folder and takes the name
        program.settled()
        program.key("Return")

    def test_goes_into_the_file_that_is_asked_for(self):
        folder = self.folder()
        program = self.opened()
        self.give_file(program, folder / "out.png")
        state = program.wait_for("the end", lambda s: any("已导出" in note for note in s["notes"]), 60)
        self.assertEqual(state["dialog"], "")
        picture = Picture.from_png(folder / "out.png")
        self.assertEqual((picture.width, picture.height), (3508, 2480))  # A4 at 300 dpi
        self.assertEqual([path.name for path in folder.iterdir()], ["out.png"])

    def test_as_pdf_has_its_words_and_its_place(self):
        pdf = self.folder() / "out.pdf"
        program = self.opened()
        program.click(*self.PDF)
        program.settled()
        self.give_file(program, pdf)
        program.wait_for("the end", lambda s: any("已导出" in note for note in s["notes"]), 60)
        program.click(*self.COPY_OF_NOTE)  # at once: the note goes by itself
        program.wait_for("the copy", lambda s: len(s["notes"]) > 1)
        paste = ["xclip", "-o", "-selection", "clipboard"]
        pasted = subprocess.run(paste, env=program.env, check=True, capture_output=True, timeout=10).stdout.decode()
        self.assertEqual(pasted, str(pdf))
        text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
        for words in ("攀枝花市西区项目分布图", "图例", "大宝鼎街道"):
            self.assertIn(words, text)
        info = subprocess.run(["gdalinfo", pdf], check=True, capture_output=True, text=True).stdout
        self.assertIn("4543", info)

    def test_is_given_up_by_escape_and_leaves_the_old_file(self):
        png = self.folder() / "out.png"
        png.write_text("old")
        program = self.opened()
        program.click(*self.A3)
        program.click(*self.DPI_600)
        program.settled()
        self.give_file(program, png)
        program.wait_for("the question", lambda s: s["dialog"] == "files")
        program.settled()
        program.key("Return")  # it may be replaced
        program.wait_for("the dialog", lambda s: s["dialog"] == "export")
        program.key("Escape")
        program.wait_for("the note", lambda s: any("取消" in note for note in s["notes"]), 60)
        self.assertEqual(png.read_text(), "old")
        self.assertEqual([path.name for path in png.parent.iterdir()], ["out.png"])

    def test_lets_the_map_be_moved_but_nothing_be_chosen(self):
        program = self.opened()
        before = program.state()
        badge = next(s for s in before["symbols"] if s["x"] > 1100 and s["y"] > 500 and not s["members"] and s["source"] == "jinsha-lake")
        program.click(badge["x"], badge["y"])
        self.assertIsNone(program.settled()["selected"])
        program.drag((100, 700), (160, 660))
        after = program.settled()
        self.assertEqual(after["dialog"], "export")
        self.assertNotEqual(after["center"], before["center"])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
