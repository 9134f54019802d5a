#!/usr/bin/env python3
"""What is exported is what was seen: the same scenes as window, PNG, PDF (rasterised) and SVG.
Usage: same_picture_test.py PROGRAM PROJECT_ROOT"""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

from driver import Display, Picture, open_window

PROGRAM, ROOT = sys.argv[1:3]
SAMPLE = f"{ROOT}/geodata/west-district.map.json"
WIDTH, HEIGHT = 1280, 800
FREE = (560, 620)  # where nothing is under the pointer
PX_PER_POINT = 96 / 72
# Of the fonts of the map, in em: how high poppler takes a line to be, and how far its middle lies above ours.
LINE_HEIGHT, LINE_RISE = 1.448, 0.056


def setUpModule():
    global display
    display = Display()
    unittest.addModuleCleanup(display.close)


def boxes_of(state):
    """Whole pixels [left, top, right, bottom) of every symbol, as far as they lie in the window."""
    for symbol in state["symbols"]:
        left, top, right, bottom = map(round, symbol["box"])
        left, top, right, bottom = max(left, 0), max(top, 0), min(right, WIDTH), min(bottom, HEIGHT)
        if left < right and top < bottom:
            yield symbol, (left, top, right, bottom)


def differing(a, b, tolerance):
    """A row of 0 and 1 for each row of pixels: 1 where a channel differs by more than `tolerance`."""
    rows = []
    for row_a, row_b in zip(a.rows, b.rows):
        row = bytearray(WIDTH)
        if row_a != row_b:
            for x in range(WIDTH):
                here = slice(4 * x, 4 * x + 3)
                if row_a[here] != row_b[here]:
                    row[x] = any(abs(p - q) > tolerance for p, q in zip(row_a[here], row_b[here]))
        rows.append(row)
    return rows


def is_inside(label, margin=2):
    """The whole label lies in the window."""
    reach = (label["width"] + label["height"]) / 2 if label["turned"] else 0
    x = max(label["width"] / 2, reach) + margin
    y = max(label["height"] / 2, reach) + margin
    return x <= label["x"] <= WIDTH - x and y <= label["y"] <= HEIGHT - y


def letters(text):
    return "".join(text.split())


class Word:
    """A word that pdftotext found, in pixels."""

    def __init__(self, text, box):
        self.text = text
        self.left, self.top, self.right, self.bottom = (float(n) * PX_PER_POINT for n in box)

    def is_in(self, label):
        x, y = (self.left + self.right) / 2 - label["x"], (self.top + self.bottom) / 2 - label["y"]
        return abs(x) <= label["width"] / 2 + 1 and abs(y) <= label["height"] / 2 + 1


def words_of(pdf):
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True).stdout.decode()
    pattern = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
    return [Word(word, box) for *box, word in re.findall(pattern, text)]


def texts_of(svg):
    """Text, x and y of every <text>."""
    for element in xml.etree.ElementTree.parse(svg).iter("{http://www.w3.org/2000/svg}text"):
        x, y = map(float, re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform")).groups())
        yield letters("".join(element.itertext())), x, y


class SamePicture(unittest.TestCase):
    def scene(self, prepare, *options):
        """The window as `prepare` leaves it, and files of the same view: state, picture, path of `view.*`."""
        program = open_window(self, PROGRAM, display, *options, SAMPLE)
        program.key("F4")
        prepare(program)
        program.move(*FREE)
        state = program.settled()
        window = program.picture()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        path = pathlib.Path(folder.name)
        view = [f"--center={state['center'][0]!r},{state['center'][1]!r}", "--zoom", repr(state["zoom"])]
        look = ["--theme", "dark" if state["dark"] else "light", "--lang", state["language"]]
        for ending in ("png", "pdf", "svg"):
            size = ["--size", f"{WIDTH}x{HEIGHT}", "--no-furniture"]
            subprocess.run([PROGRAM, "export", SAMPLE, "-o", path / f"view.{ending}", *size, *view, *look], check=True)
        return state, window, path

    def assertSamePicture(self, state, window, picture, tolerance):
        """95 % of the pixels in the box of each symbol and label, 99.5 % of all others."""
        rows = differing(window, picture, tolerance)
        for symbol, (left, top, right, bottom) in boxes_of(state):
            wrong = sum(sum(rows[y][left:right]) for y in range(top, bottom))
            share = wrong / ((right - left) * (bottom - top))
            self.assertLessEqual(share, 0.05, f"{symbol['layer']} {symbol['text']!r}")
        for _, (left, top, right, bottom) in boxes_of(state):
            for y in range(top, bottom):
                rows[y][left:right] = b"\2" * (right - left)  # counted already
        others = sum(row.count(0) + row.count(1) for row in rows)
        self.assertGreater(others, WIDTH * HEIGHT / 2)
        self.assertLessEqual(sum(row.count(1) for row in rows) / others, 0.005)

    def rasterised(self, path):
        """The PDF at four times the density, scaled down: poppler sets letters on whole pixels."""
        command = ["pdftocairo", "-r", "384", "-png", "-singlefile", path / "view.pdf", path / "large"]
        subprocess.run(command, check=True)
        subprocess.run(["convert", path / "large.png", "-scale", "25%", path / "small.png"], check=True)
        return Picture.from_png(path / "small.png")

    def assertSameLabelsInPdf(self, state, words):
        """Upright labels have their words, to a pixel; what is left over belongs to those that are turned (poppler's boxes
        of turned letters are not theirs) or are cut by the edge."""
        for label in state["labels"]:
            if label["turned"] or not is_inside(label):
                continue
            own = sorted((word for word in words if word.is_in(label)), key=lambda word: (round(word.top), word.left))
            self.assertEqual("".join(word.text for word in own), letters(label["text"]), label)
            words = [word for word in words if word not in own]
            left, right = min(word.left for word in own), max(word.right for word in own)
            top, bottom = min(word.top for word in own), max(word.bottom for word in own)
            em = (own[0].bottom - own[0].top) / LINE_HEIGHT
            self.assertAlmostEqual(left, label["x"] - label["width"] / 2, delta=1, msg=label)
            self.assertAlmostEqual(right, label["x"] + label["width"] / 2, delta=1, msg=label)
            self.assertAlmostEqual((top + bottom) / 2 + LINE_RISE * em, label["y"], delta=1, msg=label)
        left_over = collections.Counter("".join(word.text for word in words))
        rest = [label["text"] for label in state["labels"] if label["turned"] or not is_inside(label)]
        self.assertLessEqual(left_over, collections.Counter(letters("".join(rest))))
        turned = [label["text"] for label in state["labels"] if label["turned"] and is_inside(label, 20)]
        self.assertLessEqual(collections.Counter(letters("".join(turned))), left_over)

    def assertSameLabelsInSvg(self, state, texts):
        def sorted_inside(labels):
            return sorted((text, x, y) for text, x, y in labels if 100 <= x <= WIDTH - 100 and 60 <= y <= HEIGHT - 60)

        expected = sorted_inside((letters(label["text"]), label["x"], label["y"]) for label in state["labels"])
        found = sorted_inside(texts)
        self.assertEqual([text for text, _, _ in found], [text for text, _, _ in expected])
        for (text, *at), (_, *place) in zip(found, expected):
            self.assertLessEqual(max(abs(a - b) for a, b in zip(at, place)), 1, text)

    def assertSame(self, state, window, path):
        self.assertGreater(len(state["labels"]), 15)
        with self.subTest("PNG"):
            self.assertSamePicture(state, window, Picture.from_png(path / "view.png"), tolerance=8)
        with self.subTest("PDF"):
            self.assertSamePicture(state, window, self.rasterised(path), tolerance=28)
        with self.subTest("labels of the PDF"):
            self.assertSameLabelsInPdf(state, words_of(path / "view.pdf"))
        with self.subTest("labels of the SVG"):
            self.assertSameLabelsInSvg(state, list(texts_of(path / "view.svg")))

    def test_the_whole_district(self):
        self.assertSame(*self.scene(lambda program: None))

    def test_projects_with_their_names(self):
        self.assertSame(*self.scene(lambda program: program.wheel(640, 430, 6)))

    def test_dark_and_in_english(self):
        def dark_and_english(program):
            program.key("F4")
            program.click(1222, 30)
            program.wait_for("the dark map", lambda s: s["dark"])
            program.click(1178, 30)
            program.wait_for("English", lambda s: s["language"] == "en")
            program.key("F4")
            program.wheel(700, 420, 3)

        self.assertSame(*self.scene(dark_and_english))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
