#!/usr/bin/env python3
"""End to end: tables, forms and features that are pasted, in the real program, driven as a planner would.
Usage: data_test.py PROGRAM PROJECT_ROOT"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from driver import Display, open_window

PROGRAM, ROOT = sys.argv[1:3]


def setUpModule():
    global display
    display = Display()
    unittest.addModuleCleanup(display.close)


class Data(unittest.TestCase):
    def open_copy(self):
        """A window over a copy of the West District, and the folder of the copy."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        copy = pathlib.Path(folder.name) / "map"
        shutil.copytree(f"{ROOT}/geodata", copy)
        return open_window(self, PROGRAM, display, copy / "west-district.map.json"), copy

    def put_on_clipboard(self, program, text):
        command = ["xclip", "-selection", "clipboard"]
        subprocess.run(command, input=text.encode("utf-8"), env=program.env, check=True)

    def saved(self, program, path, condition):
        program.key("ctrl+s")
        program.wait_for("the file", lambda _: condition(path.read_text(encoding="utf-8")))
        return path.read_text(encoding="utf-8")


class AForm(Data):
    def test_filled_in_in_chinese_changes_that_member_alone(self):
        program, folder = self.open_copy()
        symbol = program.symbol("金沙水电站")
        program.click(symbol["x"], symbol["y"])
        selected = program.wait_for("the card", lambda s: s["selected"])["selected"]
        path = folder / f"{selected['source']}.geojson"
        before = path.read_text(encoding="utf-8")
        program.settled()
        self.put_on_clipboard(program, "金沙水电站二期")
        program.key("e")
        program.settled()
        program.key("ctrl+a", "ctrl+v", "Tab")
        program.wait_for("the new name", lambda s: s["selected"] and s["selected"]["name"] == "金沙水电站二期")
        after = self.saved(program, path, lambda text: "二期" in text)
        self.assertEqual(after.replace("金沙水电站二期", "金沙水电站", 1), before)
        program.key("Escape")
        program.settled()
        program.key("ctrl+z")
        program.wait_for("the old name", lambda s: s["selected"] and s["selected"]["name"] == "金沙水电站")


class Pasting(Data):
    def test_takes_a_feature_in_as_one_step(self):
        program, folder = self.open_copy()
        program.settled()
        point = {"type": "Point", "coordinates": [101.5, 26.6]}
        feature = {"type": "Feature", "properties": {"name_zh": "粘贴的项目"}, "geometry": point}
        self.put_on_clipboard(program, json.dumps(feature))
        program.key("ctrl+v")
        program.settled()
        program.key("Return")
        program.wait_for("the feature", lambda s: s["selected"] and s["selected"]["name"] == "粘贴的项目")
        source = program.state()["selected"]["source"]
        path = folder / f"{source}.geojson"
        text = self.saved(program, path, lambda text: "粘贴的项目" in text)
        added = json.loads(text)["features"][-1]
        self.assertEqual(added["geometry"], point)
        program.key("Escape", "ctrl+z")
        self.saved(program, path, lambda text: "粘贴的项目" not in text)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
