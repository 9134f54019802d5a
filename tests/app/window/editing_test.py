#!/usr/bin/env python3
"""End to end: a planner edits features in the real program. Usage: editing_test.py PROGRAM PROJECT_ROOT"""

import json
import pathlib
import shutil
import sys
import tempfile
import unittest

from driver import Display, open_window

PROGRAM, ROOT = sys.argv[1:3]

FEATURE = '{"type": "Feature", "id": "%s", "properties": {"name": "%s"}, "geometry": %s}'
POINT = '{"type": "Point", "coordinates": [%s]}'
PLACES = [("p-1", "甲", "101.60, 26.500"), ("p-2", "乙", "101.64, 26.5000")]
DOCUMENT = {
    "version": 8,
    "name": "Town",
    "metadata": {
        "jinsha:version": 1,
        "jinsha:crs": "EPSG:4543",
        "jinsha:sources": {"places": {"title": "地点", "fields": [{"name": "name", "default": "新项目"}]}},
    },
    "sources": {"places": {"type": "geojson", "data": "places.geojson"}},
    "layers": [
        {"id": "ground", "type": "background", "paint": {"background-color": "#fff"}},
        {
            "id": "places",
            "type": "symbol",
            "source": "places",
            "layout": {"text-field": ["get", "name"], "text-size": 20, "text-allow-overlap": True},
            "metadata": {"jinsha:popup": {"title": "name"}},
        },
    ],
}


def setUpModule():
    global display
    display = Display()
    unittest.addModuleCleanup(display.close)


class Editing(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.map = self.folder / "town.map.json"
        self.map.write_text(json.dumps(DOCUMENT), encoding="utf-8")
        self.file = self.folder / "places.geojson"
        features = [FEATURE % (id, name, POINT % place) for id, name, place in PLACES]
        self.text = '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"
        self.file.write_text(self.text, encoding="utf-8")
        (self.folder / "state").mkdir()

    def open(self):
        program = open_window(self, PROGRAM, display, self.map, state_home=self.folder / "state")
        program.wait_for("the file to be indexed", lambda s: s["editable"] == 1)
        return program

    def saved(self, program):
        program.key("ctrl+s")
        program.wait_for("the save", lambda s: s["unsaved"] == 0 and s["recorded"])
        return self.file.read_text(encoding="utf-8")

    def unsaved(self, program, count):
        return program.wait_for(f"{count} unsaved steps", lambda s: s["unsaved"] == count and s["recorded"])

    def delete(self, program, name):
        at = program.symbol(name)
        program.click(at["x"], at["y"])
        program.wait_for("the card", lambda s: s["selected"])
        program.key("Delete")


class OfTheSample(unittest.TestCase):
    """The bundled map: outlines that belong to projects, and sources of every kind."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        shutil.copytree(pathlib.Path(ROOT) / "geodata", self.folder / "geodata")
        (self.folder / "state").mkdir()
        sample = self.folder / "geodata" / "west-district.map.json"
        self.program = open_window(self, PROGRAM, display, sample, state_home=self.folder / "state")
        self.program.wait_for("the files", lambda s: s["editable"] > 4)

    def features(self, name):
        text = (self.folder / "geodata" / name).read_text(encoding="utf-8")
        return json.loads(text)["features"]

    def save(self):
        self.program.key("ctrl+s")
        self.program.wait_for("the save", lambda s: s["unsaved"] == 0 and s["recorded"])

    def test_delete_takes_the_outline_that_was_clicked_and_not_its_project(self):
        before = {name: self.features(name) for name in ("areas.geojson", "geliping-park.geojson")}
        self.program.click(770, 340)  # in the nature reserve, beside its badge
        self.program.wait_for("the card", lambda s: s["selected"])
        self.program.key("Delete")
        self.program.wait_for("the edit", lambda s: s["unsaved"] == 1 and s["recorded"])
        self.save()
        self.assertEqual(len(self.features("areas.geojson")), len(before["areas.geojson"]) - 1)
        self.assertEqual(self.features("geliping-park.geojson"), before["geliping-park.geojson"])

    def test_an_outline_is_reshaped_though_its_project_has_the_card(self):
        self.program.click(770, 340)
        self.program.wait_for("the card", lambda s: s["selected"])
        before = self.features("areas.geojson")
        self.program.key("v")
        self.program.settled()
        self.program.drag((770, 340), (790, 360))
        self.program.wait_for("the move", lambda s: s["unsaved"] == 1 and s["recorded"])
        self.save()
        changed = [a["id"] for a, b in zip(self.features("areas.geojson"), before) if a != b]
        self.assertEqual(len(changed), 1)

    def test_an_area_that_is_drawn_goes_where_areas_are(self):
        areas = len(self.features("areas.geojson"))
        self.program.key("a")
        self.program.settled()
        for x, y in ((420, 600), (470, 600), (450, 650)):
            self.program.click(x, y)
            self.program.settled()
        self.program.key("Return")
        self.program.wait_for("the area", lambda s: s["unsaved"] == 1 and s["recorded"])
        self.save()
        self.assertEqual(len(self.features("areas.geojson")), areas + 1)


class InOneWindow(Editing):
    def test_what_is_added_and_moved_is_saved_and_nothing_else(self):
        program = self.open()
        first = program.symbol("甲")
        program.key("p")
        program.settled()
        program.click(first["x"] + 120, first["y"] + 160)
        self.unsaved(program, 1)
        program.symbol("新项目")
        program.key("Escape")
        program.click(first["x"], first["y"])
        program.wait_for("the card", lambda s: s["selected"] and s["selected"]["name"] == "甲")
        program.key("v")
        program.settled()
        program.drag((first["x"], first["y"]), (first["x"] + 60, first["y"] - 90))
        self.unsaved(program, 2)
        program.key("ctrl+z")
        state = self.unsaved(program, 1)
        self.assertIn("已撤销：移动 甲", state["notes"])
        program.key("ctrl+shift+z")
        self.unsaved(program, 2)

        lines, old = self.saved(program).splitlines(), self.text.splitlines()
        self.assertEqual(len(lines), len(old) + 1)
        self.assertEqual(lines[0], old[0])
        self.assertEqual(lines[2], old[2] + ",", "乙 was not touched")
        self.assertRegex(lines[3], r'^\{"type": "Feature", "id": "p-3", "properties": \{"name": "新项目"\}, ')
        self.assertRegex(lines[3], r'"coordinates": \[101\.\d{1,7}, 26\.\d{1,7}\]\}\}$')
        self.assertEqual(lines[1].split("[")[0], old[1].split("[")[0])
        self.assertNotEqual(lines[1], old[1])
        program.key("ctrl+z", "ctrl+z")
        self.unsaved(program, 2)
        self.assertEqual(self.saved(program), self.text.replace("101.60, 26.500]", "101.6, 26.5]"))

    def write_into_the_form(self, program, text):
        at = program.symbol("乙")
        program.click(at["x"], at["y"])
        program.wait_for("the card", lambda s: s["selected"])
        program.key("e")
        program.settled()
        program.key("Tab")
        program.settled()
        program.xdotool("type", "--delay", "20", text)
        program.settled()

    def test_saving_takes_what_stands_in_the_field_that_is_written_in(self):
        program = self.open()
        self.write_into_the_form(program, "road")
        program.key("ctrl+s")
        program.wait_for("the save", lambda s: s["notes"] and s["unsaved"] == 0 and s["recorded"])
        self.assertRegex(self.file.read_text(encoding="utf-8"), '"name": "[^"]*road"')

    def test_keys_that_are_held_leave_no_field(self):
        program = self.open()
        self.write_into_the_form(program, "road")
        program.key("ctrl+shift+Left")
        self.assertEqual(program.settled()["unsaved"], 0)

    def test_leaving_asks_for_what_stands_in_the_field_that_is_written_in(self):
        program = self.open()
        self.write_into_the_form(program, "road")
        program.key("ctrl+q")
        program.wait_for("the question", lambda s: s["dialog"] == "question" and s["unsaved"] == 1)

    def test_leaving_asks_before_edits_are_lost(self):
        program = self.open()
        self.delete(program, "乙")
        self.unsaved(program, 1)
        program.key("ctrl+q")
        program.wait_for("the question", lambda s: s["dialog"] == "question")
        program.settled()
        program.key("Escape")
        program.wait_for("it to close", lambda s: s["dialog"] == "")
        program.key("ctrl+q")
        program.wait_for("the question", lambda s: s["dialog"] == "question")
        program.settled()
        program.key("Return")
        self.assertEqual(program.end(), 0)
        self.assertNotIn("乙", self.file.read_text(encoding="utf-8"))

    def test_takes_in_what_others_change_meanwhile(self):
        program = self.open()
        self.delete(program, "乙")
        self.unsaved(program, 1)
        self.file.write_text(self.text.replace("甲", "丙"), encoding="utf-8")
        program.wait_for("the note", lambda s: any("places.geojson" in note for note in s["notes"]))
        text = self.saved(program)
        self.assertIn("丙", text)
        self.assertNotIn("乙", text)
        program.wait_for("the map to be read again", lambda s: any(x["text"] == "丙" for x in s.get("symbols", [])))

    def test_asks_whose_version_of_a_feature_is_kept(self):
        program = self.open()
        self.delete(program, "乙")
        self.unsaved(program, 1)
        self.file.write_text(self.text.replace("乙", "丁"), encoding="utf-8")
        program.wait_for("the note", lambda s: s["notes"])
        program.key("ctrl+s")
        program.wait_for("the question", lambda s: s["dialog"] == "question")
        self.assertIn("丁", self.file.read_text(encoding="utf-8"), "nothing is written before the answer")
        program.settled()
        program.key("Return")
        program.wait_for("the save", lambda s: s["unsaved"] == 0)
        self.assertNotIn("丁", self.file.read_text(encoding="utf-8"), "mine: it is deleted")


class InSeveralRuns(Editing):
    def test_edits_of_a_killed_program_are_offered(self):
        program = self.open()
        self.delete(program, "乙")
        self.unsaved(program, 1)
        program.process.kill()
        program.process.wait()
        self.assertEqual(self.file.read_text(encoding="utf-8"), self.text)
        again = open_window(self, PROGRAM, display, self.map, state_home=self.folder / "state")
        again.wait_for("the offer", lambda s: s["dialog"] == "question")
        again.settled()
        again.key("Return")
        self.unsaved(again, 1)
        self.assertNotIn("乙", self.saved(again))

    def test_a_second_window_may_only_look(self):
        first = self.open()
        self.delete(first, "乙")
        self.unsaved(first, 1)
        second = self.open()
        self.delete(second, "甲")
        state = second.wait_for("the note", lambda s: s["notes"])
        self.assertIn(str(first.process.pid), state["notes"][0])
        self.assertEqual(state["unsaved"], 0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
