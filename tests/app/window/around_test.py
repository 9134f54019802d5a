#!/usr/bin/env python3
"""End to end: what is found, filtered, read and measured around the map, as a planner would.
Usage: around_test.py PROGRAM PROJECT_ROOT"""

import math
import re
import subprocess
import sys
import unittest

from driver import Display, open_window

PROGRAM, ROOT = sys.argv[1:3]
SAMPLE = f"{ROOT}/geodata/west-district.map.json"
AREA_LAYERS = ("产业园区", "开发片区", "保护与修复", "水系")
PROJECT_LAYERS = ("geliping-park", "dashuijing-area", "jinsha-lake", "district-projects")


def setUpModule():
    global display
    display = Display()
    unittest.addModuleCleanup(display.close)


def project_count(state):
    """Badges and members of clusters that the window shows."""
    shown = [s for s in state["symbols"] if s["layer"] in PROJECT_LAYERS]
    badges = {(s["source"], s["index"]) for s in shown if not s["members"]}
    return len(badges) + sum(s["members"] for s in shown)


class Around(unittest.TestCase):
    def open(self, *arguments):
        return open_window(self, PROGRAM, display, SAMPLE, *arguments)

    def search(self, program, text):
        program.key("slash")
        program.settled()
        program.xdotool("type", "--delay", "20", text)
        return program.settled()

    def pasted(self, program):
        paste = ["xclip", "-selection", "clipboard", "-o"]
        return subprocess.run(paste, env=program.env, capture_output=True, text=True, timeout=20).stdout


class Search(Around):
    def test_initials_find_the_lake_and_enter_lands_there_with_its_card(self):
        program = self.open()
        self.assertGreater(self.search(program, "jsh")["search_hits"], 0)
        program.key("Return")
        state = program.wait_for("the card", lambda s: s["selected"] and s["settled"])
        self.assertEqual(state["selected"]["name"], "金沙湖")
        self.assertEqual(state["selected"]["source"], "jinsha-lake")
        self.assertGreater(state["zoom"], 12)

    def test_keys_choose_another_row_and_escape_gives_the_keyboard_back(self):
        program = self.open()
        self.search(program, "glp")
        program.key("Down", "Return")
        state = program.wait_for("the card", lambda s: s["selected"] and s["settled"])
        self.assertNotEqual(state["selected"]["name"], "")
        program.key("Escape")
        program.wait_for("no card", lambda s: not s["selected"])
        self.search(program, "zzzz")
        program.key("Escape", "Home")
        program.settled()
        zoom = program.state()["zoom"]
        program.key("plus")
        self.assertGreater(program.settled()["zoom"], zoom)

    def test_coordinates_with_a_zone_are_flown_to(self):
        program = self.open()
        self.search(program, "34463842, 2943029")
        program.key("Return")
        state = program.wait_for("the flight", lambda s: s["settled"] and s["zoom"] > 13)
        self.assertAlmostEqual(state["center"][0], 101.637, delta=0.002)
        self.assertAlmostEqual(state["center"][1], 26.597, delta=0.002)


class Filter(Around):
    def test_the_next_five_years_leave_map_and_clusters_to_what_goes_on_or_is_planned(self):
        program = self.open()
        self.assertEqual(project_count(program.state()), 65)
        program.key("ctrl+2")
        state = program.wait_for("the filter", lambda s: s["shown_projects"] == 32 and s["settled"])
        self.assertEqual(project_count(program.settled()), 32)
        program.key("ctrl+0")
        program.wait_for("all projects", lambda s: s["shown_projects"] == 65)
        self.assertEqual(project_count(program.settled()), 65)
        self.assertEqual(state["side_panel"], "")

    def test_a_project_that_the_filter_hides_is_found_all_the_same(self):
        program = self.open()
        program.key("ctrl+2")
        program.wait_for("the filter", lambda s: s["shown_projects"] == 32)
        self.search(program, "jssdz")
        program.key("Return")
        state = program.wait_for("the card", lambda s: s["selected"] and s["settled"])
        self.assertEqual(state["selected"]["name"], "金沙水电站")
        program.wait_for("no filter", lambda s: s["shown_projects"] == 65)

    def test_planned_projects_are_chosen_and_counted_in_the_panel(self):
        program = self.open()
        program.key("f")
        program.settled()
        program.click(1020, 253)  # the row of planned ones
        state = program.wait_for("the filter", lambda s: s["shown_projects"] == 21)
        self.assertEqual(state["side_panel"], "filter")


class Glance(Around):
    def test_a_transformation_lights_its_projects(self):
        program = self.open()
        program.key("g")
        program.settled()
        program.wheel(1100, 400, -10)
        program.settled()
        program.click(1060, 136)  # the change of quality of life
        program.wait_for("the light", lambda s: s["shown_projects"] == 25)
        self.assertEqual(project_count(program.settled()), 25)
        program.click(1060, 136)
        program.wait_for("all projects", lambda s: s["shown_projects"] == 65)


class Keyboard(Around):
    def test_every_action_has_a_key(self):
        self.assertEqual(self.open().state()["keyless"], [])

    def test_a_project_is_found_and_a_map_filtered_and_read_without_a_mouse(self):
        program = self.open()
        self.search(program, "jsh")
        program.key("Return")
        program.wait_for("the card", lambda s: s["selected"] and s["settled"])
        program.key("Escape", "f")
        program.wait_for("the filter's panel", lambda s: not s["selected"] and s["side_panel"] == "filter")
        program.key("ctrl+2")
        program.wait_for("the filter", lambda s: s["shown_projects"] == 32)
        program.key("ctrl+0", "Escape", "Tab", "Tab", "Escape", "F1")
        program.wait_for("the help", lambda s: s["dialog"] == "help" and s["shown_projects"] == 65)
        program.key("Escape", "Home")
        self.assertEqual(program.settled()["dialog"], "")


class Screen(Around):
    def test_f11_fills_the_screen_and_gives_the_window_its_size_back(self):
        program = self.open("--window", "900x600")
        size = lambda: re.search(r"Width: (\d+)\s+Height: (\d+)", subprocess.run(
            ["xwininfo", "-id", program.window()], env=program.env, capture_output=True, text=True, check=True).stdout).groups()
        program.key("F11")
        program.settled()
        self.assertEqual(size(), ("1280", "800"))
        program.key("F11")
        program.settled()
        self.assertEqual(size(), ("900", "600"))

    def test_the_overview_takes_the_map_where_it_is_pressed(self):
        program = self.open()
        program.wheel(760, 400, 8)
        before = program.settled()
        program.click(1095, 700)  # in its upper left part
        after = program.settled()
        self.assertAlmostEqual(after["zoom"], before["zoom"], places=3)
        self.assertLess(after["center"][0], before["center"][0])
        program.key("ctrl+m")  # closed: the same press is the map's
        program.settled()
        program.click(1095, 700)
        self.assertEqual(program.settled()["center"], after["center"])


class Cards(Around):
    def test_a_pinned_card_leaves_room_for_another(self):
        program = self.open()
        self.search(program, "jsh")
        program.key("Return")
        program.wait_for("the card", lambda s: s["selected"] and s["settled"])
        program.key("t")
        program.wait_for("no selection", lambda s: not s["selected"] and s["pinned"] == "金沙湖")
        self.search(program, "jssdz")
        program.key("Return")
        state = program.wait_for("the other", lambda s: s["selected"] and s["settled"])
        self.assertEqual((state["selected"]["name"], state["pinned"]), ("金沙水电站", "金沙湖"))
        program.key("Escape", "t")
        program.wait_for("no pin", lambda s: s["pinned"] == "")


class Views(Around):
    def test_a_bookmark_is_flown_back_to(self):
        program = self.open()
        self.search(program, "jsh")
        program.key("Return")
        there = program.wait_for("the card", lambda s: s["selected"] and s["settled"])
        program.key("ctrl+b")
        program.wait_for("the note", lambda s: any("视图1" in note for note in s["notes"]))
        program.key("Escape", "Home")
        self.assertLess(program.settled()["zoom"], there["zoom"] - 1)
        program.key("b")
        program.settled()
        program.click(1040, 160)  # the only one
        back = program.wait_for("the flight", lambda s: s["settled"] and s["zoom"] > there["zoom"] - 0.01)
        for a, b in zip(back["center"], there["center"]):
            self.assertAlmostEqual(a, b, places=4)

    def test_alt_and_arrows_go_back_and_forward(self):
        program = self.open()
        home = program.state()["zoom"]
        self.search(program, "jsh")
        program.key("Return")
        program.wait_for("the card", lambda s: s["selected"] and s["settled"])
        close = program.settled()["zoom"]
        program.key("alt+Left")
        program.wait_for("the view before", lambda s: s["settled"] and abs(s["zoom"] - home) < 0.01)
        program.key("alt+Right")
        program.wait_for("the view after", lambda s: s["settled"] and abs(s["zoom"] - close) < 0.01)

    def test_the_palette_runs_what_is_called_so_in_pinyin(self):
        program = self.open()
        program.key("ctrl+shift+p")
        program.settled()
        program.xdotool("type", "--delay", "20", "tuli")
        program.settled()
        program.key("Return")
        state = program.wait_for("the legend", lambda s: s["side_panel"] == "legend")
        self.assertEqual(state["dialog"], "")


class Measure(Around):
    def test_a_distance_is_that_of_the_map(self):
        program = self.open()
        program.key("m")
        program.settled()
        for x, y in ((560, 620), (860, 620)):
            program.click(x, y)
            program.settled()
        program.key("Return")
        state = program.settled()
        self.assertEqual(len(state["measures"]), 1)
        km = float(re.match(r"([0-9.]+) km", state["measures"][0]).group(1))
        self.assertAlmostEqual(km, 300 * state["units_per_pixel"] / 1000, delta=0.01 * km)
        program.key("shift+m")
        program.wait_for("nothing", lambda s: not s["measures"])

    def test_results_stay_when_measuring_ends_and_clicks_open_cards_again(self):
        program = self.open()
        program.key("m")
        program.settled()
        for x, y in ((560, 620), (600, 640)):
            program.click(x, y)
            program.settled()
        program.key("Return")
        program.settled()
        program.key("Escape")
        state = program.wait_for("the end", lambda s: s["side_panel"] == "" and s["settled"])
        self.assertEqual(len(state["measures"]), 1)


class Area(Around):
    def test_a_box_counts_what_lies_in_it_and_follows_the_filter(self):
        program = self.open()
        program.key("s")
        program.wait_for("the panel", lambda s: s["side_panel"] == "area")
        program.drag((300, 100), (1180, 740))
        state = program.wait_for("the count", lambda s: s["counted"].get("全区项目"))
        everywhere = sum(n for layer, n in state["counted"].items() if layer not in AREA_LAYERS)
        self.assertEqual(everywhere, 65)
        program.key("ctrl+2")
        state = program.wait_for("fewer", lambda s: 0 < s["counted"].get("全区项目", 0) < 42)
        self.assertLess(state["shown_projects"], 65)
        program.key("shift+s")
        program.wait_for("nothing", lambda s: not s["counted"])

    def test_a_polygon_is_closed_by_enter_and_escape_leaves(self):
        program = self.open()
        program.key("s")
        program.settled()
        for x, y in ((480, 300), (680, 360), (880, 520)):
            program.click(x, y)
            program.settled()
        program.key("Return")
        state = program.wait_for("the count", lambda s: s["counted"].get("格里坪园区"))
        self.assertNotIn("金沙湖", state["counted"])
        program.key("Escape")
        program.wait_for("no panel", lambda s: s["side_panel"] == "")


class Places(Around):
    def test_the_menu_of_a_place_copies_its_coordinates(self):
        program = self.open()
        program.click(560, 620, button=3)
        program.settled()
        program.key("Down", "Return")
        program.wait_for("the note", lambda s: s["notes"])
        self.assertRegex(self.pasted(program), r"^26°3\d′\d\d″N 101°\d\d′\d\d″E$")

    def test_keys_alone_find_filter_read_and_leave(self):
        program = self.open()
        program.key("f", "ctrl+1", "g")
        program.wait_for("the figures", lambda s: s["side_panel"] == "glance" and s["shown_projects"] == 44)
        program.key("Escape")
        program.wait_for("no panel", lambda s: s["side_panel"] == "")
        program.key("ctrl+0", "ctrl+shift+l", "ctrl+shift+d")
        state = program.wait_for("the look", lambda s: s["language"] == "en" and s["dark"])
        self.assertTrue(math.isfinite(state["zoom"]))
        self.search(program, "lake")
        program.key("Return")
        program.wait_for("the card", lambda s: s["selected"])
        program.key("ctrl+q")
        self.assertEqual(program.end(), 0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
