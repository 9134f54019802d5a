#!/usr/bin/env python3
"""End to end: the real program in a real window, driven as a planner would.
Usage: window_test.py PROGRAM PROJECT_ROOT"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(1, str(pathlib.Path(__file__).parent.parent))
import made_files  # noqa: E402
from driver import Display, Jinsha, Picture, open_window, share_of_difference

PROGRAM, ROOT = sys.argv[1:3]
SAMPLE = f"{ROOT}/geodata/west-district.map.json"
RESERVE = (17, "district-projects")  # a badge that is in no cluster at the first view, in its middle
FREE = (560, 620)  # a place of the map without panels, symbols and labels, at the first view


def setUpModule():
    global display
    display = Display()
    unittest.addModuleCleanup(display.close)


def project(state, index=1, source="jinsha-lake"):
    """A badge on the screen, else that of 金沙水电站, which is in no cluster at the first view."""
    badges = [s for s in state["symbols"] if s["layer"] == source and s["index"] == index and not s["members"]]
    assert badges, f"no badge {source} {index} among {state['symbols']}"
    return badges[0]


class Window(unittest.TestCase):
    def open(self, *arguments):
        return open_window(self, PROGRAM, display, *(arguments or [SAMPLE]))

    def assertCloseTo(self, a, b, distance):
        self.assertLessEqual(max(abs(x - y) for x, y in zip(a, b)), distance, (a, b))

    def test_opens_the_whole_district_with_its_65_projects(self):
        state = self.open().state()
        self.assertEqual(state["map"], "攀枝花市西区项目地图")
        layers = ("geliping-park", "dashuijing-area", "jinsha-lake", "district-projects")
        shown = [s for s in state["symbols"] if s["layer"] in layers]
        badges = {(s["source"], s["index"]) for s in shown if not s["members"]}
        self.assertEqual(len(badges) + sum(s["members"] for s in shown), 65)
        self.assertEqual(state["error"], "")

    def test_a_drag_moves_the_map_with_the_hand_and_leaves_no_strip_blank(self):
        program = self.open()
        program.key("F4")
        program.settled()
        before = program.picture()
        badge = project(program.state(), *RESERVE)
        program.drag(FREE, (FREE[0] + 200, FREE[1] - 120))
        after = project(program.settled(), *RESERVE)
        dx, dy = round(after["x"] - badge["x"]), round(after["y"] - badge["y"])
        self.assertGreater(dx, 150)
        self.assertLess(dy, -80)
        moved = program.picture()
        size = (1280 - dx - 60, 800 + dy - 80)
        same = share_of_difference(before, (40, 40 - dy), moved, (40 + dx, 40), size, tolerance=24, step=3)
        self.assertLess(same, 0.02)
        self.assertShowsWhatTheExportWrites(program, moved)

    def test_the_wheel_zooms_to_the_pointer_and_rests_on_quarters_of_a_zoom(self):
        program = self.open()
        badge = project(program.state())
        before = program.state()["zoom"]
        program.wheel(badge["x"], badge["y"], 3)
        state = program.settled()
        self.assertGreater(state["zoom"], before + 0.5)
        self.assertAlmostEqual(state["zoom"] * 4, round(state["zoom"] * 4), places=6)
        there = project(state)
        self.assertCloseTo((there["x"], there["y"]), (badge["x"], badge["y"]), 2)
        program.wheel(badge["x"], badge["y"], -3)
        self.assertLess(program.settled()["zoom"], state["zoom"])

    def test_keys_move_zoom_and_come_home(self):
        program = self.open()
        home = program.state()
        program.key("Right")
        east = program.settled()
        self.assertGreater(east["center"][0], home["center"][0])
        program.key("plus")
        self.assertGreater(program.settled()["zoom"], home["zoom"])
        program.key("minus")
        program.settled()
        program.key("Home")
        state = program.settled()
        self.assertCloseTo(state["center"], home["center"], 1e-4)
        self.assertAlmostEqual(state["zoom"], home["zoom"], places=3)

    def test_a_zoom_box_fills_the_window(self):
        program = self.open()
        before = program.state()
        program.drag((600, 300), (900, 480), modifiers=("shift",))
        state = program.settled()
        self.assertGreater(state["zoom"], before["zoom"] + 1)

    def test_the_pointer_over_a_project_tells_its_name(self):
        program = self.open()
        badge = project(program.state())
        program.move(badge["x"], badge["y"])
        state = program.wait_for("the name", lambda s: s["hovered"])
        self.assertEqual(state["hovered"]["name"], "金沙水电站")
        program.move(*FREE)
        program.wait_for("no name", lambda s: not s["hovered"] or s["hovered"]["name"] != "金沙水电站")

    def test_a_click_on_a_cluster_comes_closer_until_it_falls_apart(self):
        program = self.open()
        before = program.state()
        largest = max(before["symbols"], key=lambda s: s["members"])
        self.assertGreater(largest["members"], 5)
        program.click(largest["x"], largest["y"])
        state = program.wait_for("the view to come closer", lambda s: s["settled"] and s["zoom"] > before["zoom"])
        self.assertIsNone(state["selected"])
        self.assertLess(max(s["members"] for s in state["symbols"]), largest["members"])

    def test_a_click_on_a_project_opens_its_card_and_escape_closes_it(self):
        program = self.open()
        badge = project(program.state())
        before = program.picture()
        program.click(badge["x"], badge["y"])
        state = program.wait_for("the card", lambda s: s["selected"])
        self.assertEqual(state["selected"]["name"], "金沙水电站")
        program.settled()
        shown = program.picture()
        changed = share_of_difference(before, (280, 40), shown, (280, 40), (900, 700), step=5)
        self.assertGreater(changed, 0.05, "no card is to be seen")
        program.key("Escape")
        program.wait_for("the card to close", lambda s: not s["selected"])
        program.move(*FREE)
        program.settled()
        gone = share_of_difference(before, (280, 40), program.picture(), (280, 40), (900, 700), step=5)
        self.assertLess(gone, 0.002)

    def test_an_open_card_is_copied_as_text(self):
        program = self.open()
        badge = project(program.state())
        program.click(badge["x"], badge["y"])
        program.wait_for("the card", lambda s: s["selected"])
        program.key("ctrl+c")
        program.settled()
        text = subprocess.run(
            ["xclip", "-o", "-selection", "clipboard"], env=program.env, check=True, capture_output=True, timeout=10
        ).stdout.decode("utf-8")
        lines = text.splitlines()
        self.assertEqual(lines[0], "金沙水电站")
        self.assertIn("主题：能源", lines)

    def test_features_that_lie_over_each_other_are_pages_of_one_card(self):
        program = self.open()
        badge = project(program.state(), *RESERVE)  # inside the area of another project
        program.click(badge["x"], badge["y"])
        state = program.wait_for("the card", lambda s: s["selected"])
        self.assertGreater(state["page"][1], 1)
        first, count = state["selected"]["name"], state["page"][1]
        program.key("Next")
        state = program.wait_for("the second page", lambda s: s["page"] == [2, count])
        self.assertNotEqual(state["selected"]["name"], first)
        program.key("Prior")
        state = program.wait_for("the first page", lambda s: s["page"] == [1, count])
        self.assertEqual(state["selected"]["name"], first)

    def test_the_dark_switch_darkens_map_and_panels_and_back(self):
        program = self.open()
        light = program.picture()
        program.click(1222, 30)
        program.wait_for("the dark map", lambda s: s["dark"])
        program.move(*FREE)
        program.settled()
        dark = program.picture()
        for place in (FREE, (700, 660), (30, 790), (230, 88)):  # district, neighbour, status line, title
            self.assertGreater(sum(light.pixel(*place)), 600, place)
            self.assertLess(sum(dark.pixel(*place)), 250, place)
        program.click(1222, 30)
        program.wait_for("the light map", lambda s: not s["dark"])

    def test_the_language_switch_changes_title_list_and_labels(self):
        program = self.open()
        program.click(1178, 30)
        program.wait_for("English", lambda s: s["language"] == "en")
        program.move(*FREE)
        state = program.settled()
        self.assertEqual(state["map"], "Projects of the West District")
        self.assertIn("District projects", [row["title"] for row in state["rows"]])
        self.assertIn("West District", [s["text"] for s in state["symbols"]])

    def test_panels_that_are_hidden_while_they_come_leave_the_window_at_rest(self):
        program = self.open()
        program.key("g", "F4")  # the figures begin to fade in
        program.wait_for("no panels", lambda s: not s["panels"])
        program.settled()

    def test_f4_hides_all_panels_and_shows_them_again(self):
        program = self.open()
        before = program.picture()
        program.key("F4")
        program.wait_for("no panels", lambda s: not s["panels"])
        program.settled()
        self.assertNotEqual(program.picture().row(13, 259, 40), before.row(13, 259, 40))
        program.key("F4")
        program.wait_for("the panels", lambda s: s["panels"])

    def test_a_map_that_is_thrown_glides_on(self):
        program = self.open()
        before = program.state()
        program.drag(FREE, (FREE[0] - 100, FREE[1]), steps=4, rest=False)
        after = program.settled()
        moved_px = (after["center_in_map"][0] - before["center_in_map"][0]) / before["units_per_pixel"]
        self.assertGreater(moved_px, 120)

    def test_the_outline_of_a_project_opens_the_same_card(self):
        program = self.open()
        program.key("F4")
        name = program.symbol("金沙湖")  # of the lake, while its badge is in a cluster
        program.wheel(name["x"], name["y"], 3)
        badge = project(program.settled(), 0)
        program.wheel(badge["x"], badge["y"], 5)
        badge = project(program.settled(), 0)
        program.click(badge["x"] + 90, badge["y"] - 52)  # on the lake, away from its badge and name
        state = program.wait_for("a card", lambda s: s["selected"])
        self.assertEqual(state["selected"]["name"], "金沙湖")

    def test_a_layer_is_hidden_and_shown_by_its_eye(self):
        program = self.open()
        rows = {row["title"]: row for row in program.state()["rows"]}
        self.assertTrue(rows["全区项目"]["visible"])
        eye = self.eye_of(program, "全区项目")
        program.click(*eye)
        state = program.settled()
        self.assertFalse(any(s["layer"] == "district-projects" for s in state["symbols"]))
        program.click(*eye)
        state = program.settled()
        self.assertTrue(any(s["layer"] == "district-projects" for s in state["symbols"]))

    def eye_of(self, program, title):
        """The place of a row's eye in the layer list: eyes are tried from the top, each twice so that nothing changes."""
        for y in range(100, 780, 14):
            before = {row["title"]: row["visible"] for row in program.state()["rows"]}
            program.click(34, y)
            program.settled()
            now = {row["title"]: row["visible"] for row in program.state()["rows"]}
            program.click(34, y)
            program.settled()
            if [t for t in now if now[t] != before[t]] == [title]:
                return 34, y
        self.fail(f"no eye in the list hides {title} alone")

    def test_a_resized_window_keeps_its_middle(self):
        program = self.open()
        before = program.state()
        program.xdotool("windowsize", program.window(), 1000, 620)
        state = program.wait_for("the new size", lambda s: s["window"] == [1000, 620])
        self.assertCloseTo(state["center"], before["center"], 1e-3)
        self.assertAlmostEqual(state["zoom"], before["zoom"], places=6)

    def test_at_twice_the_size_the_map_shows_the_same_in_finer_pixels(self):
        program = self.open("--ui-scale", "2", SAMPLE)
        state = program.state()
        self.assertEqual(state["window"], [1280, 800])
        self.assertLess(state["zoom"], self.open().state()["zoom"] - 0.5)

    def test_at_rest_nothing_is_drawn(self):
        program = self.open()
        program.move(*FREE)
        frames = program.settled()["frames"]
        subprocess.run(["sleep", "1"], check=True)
        self.assertLessEqual(program.state()["frames"], frames + 1)

    def test_the_window_shows_what_the_export_writes(self):
        program = self.open()
        program.key("F4")
        program.move(*FREE)
        program.settled()
        self.assertShowsWhatTheExportWrites(program, program.picture())

    def assertShowsWhatTheExportWrites(self, program, window):
        """The window, without panels and at rest, pixel by pixel."""
        state = program.state()
        view = [f"--center={state['center'][0]!r},{state['center'][1]!r}", "--zoom", repr(state["zoom"])]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "view.png"
            size = ["--size", "1280x800", "--no-furniture"]
            subprocess.run([PROGRAM, "export", SAMPLE, "-o", path, *size, *view], check=True)
            picture = Picture.from_png(path)
        self.assertLess(share_of_difference(window, (0, 0), picture, (0, 0), (1280, 800), tolerance=8), 0.005)

    def test_data_without_a_document_open_with_a_style_and_clear_of_the_panels(self):
        places = [(101.5, 26.5, "格里坪"), (101.6, 26.6, "金沙湖"), (101.7, 26.55, "大水井")]
        with tempfile.TemporaryDirectory() as folder:
            for name, make in (("a.gpkg", made_files.geopackage), ("a.shp", made_files.shapefile)):
                path = pathlib.Path(folder) / name
                make(path, places)
                program = self.open(path)
                state = program.state()
                self.assertEqual([row["visible"] for row in state["rows"]], [True])
                self.assertEqual({s["text"] for s in state["symbols"]}, {"格里坪", "金沙湖", "大水井"})
                for symbol in state["symbols"]:
                    self.assertGreater(symbol["x"], 260, symbol)
                program.key("ctrl+q")
                self.assertEqual((program.end(), program.errors), (0, ""))

    def test_a_file_without_features_says_so_in_the_window_and_on_stderr(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "nothing.geojson"
            path.write_text('{"type":"FeatureCollection","features":[]}')
            program = self.open(path)
            picture = program.picture()
            note = {picture.pixel(x, y) for x in range(440, 860) for y in range(700, 750)}
            self.assertGreater(len(note), 2, "no note is shown")
            program.key("ctrl+q")
            self.assertEqual(program.end(), 0)
            self.assertIn("nothing.geojson: holds no features", program.errors)

    def test_a_broken_map_is_told_in_the_window_and_on_stderr(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "broken.map.json"
            path.write_text('{"version": 8,\n "layers": [,]}')
            program = Jinsha(PROGRAM, display, path)
            self.addCleanup(program.__exit__)
            state = program.wait_for("the error", lambda s: s["error"])
            self.assertIn("line 2", state["error"])
            program.settled()
            colours = {program.picture().pixel(x, 742) for x in range(0, 1280, 5)}
            self.assertGreater(len(colours), 2, "nothing is shown")
            program.key("ctrl+q")
            self.assertEqual(program.end(), 1)
            self.assertIn("broken.map.json", program.errors)

    def test_ends_by_ctrl_q_with_status_0(self):
        program = self.open()
        program.key("ctrl+q")
        self.assertEqual(program.end(), 0)
        self.assertEqual(program.errors, "")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
