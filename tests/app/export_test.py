#!/usr/bin/env python3
"""Exports maps as a user would, without a display, and looks at the files with others' tools (poppler, GDAL, libxml2).
Usage: export_test.py PROGRAM PROJECT_ROOT"""

import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM, ROOT = sys.argv[1:3]
SAMPLE = f"{ROOT}/geodata/west-district.map.json"
A3 = ("--size", "A3-landscape", "--scale", "1:50000", "--title", "攀枝花市西区项目图")
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
ENVIRONMENT["SOURCE_DATE_EPOCH"] = "1700000000"  # 2023-11-14T22:13:20Z
MM_PER_POINT = 25.4 / 72


def run(*arguments, **options):
    options.setdefault("env", ENVIRONMENT)
    return subprocess.run([PROGRAM, "export", *map(str, arguments)], capture_output=True, timeout=120, **options)


def tool(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, check=True, timeout=120).stdout.decode()


def words(pdf, page=1):
    """Every word with its box in millimetres from the upper left corner."""
    text = tool("pdftotext", "-f", page, "-l", page, "-bbox", pdf, "-")
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return [(word, [float(n) * MM_PER_POINT for n in box]) for *box, word in re.findall(pattern, text)]


class Export(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def export(self, name, *options, map=SAMPLE):
        path = self.path / name
        done = run(map, "-o", path, *options)
        self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))
        return path

    def refused(self, *arguments, **options):
        before = sorted(self.path.iterdir())
        done = run(*arguments, **options)
        self.assertEqual(done.returncode, 2, done)
        self.assertEqual(sorted(self.path.iterdir()), before)
        return done.stderr.decode()

    # A page as PDF.

    def test_the_text_of_a_pdf_is_text_in_embedded_subsets(self):
        pdf = self.export("a3.pdf", *A3)
        text = tool("pdftotext", pdf, "-").replace("\u00a0", " ")
        for word in ("金沙湖", "攀枝花市西区项目图", "内部使用", "EPSG:4543", "China 2000", "1:50 000"):
            self.assertIn(word, text)
        fonts = tool("pdffonts", pdf).splitlines()[2:]
        self.assertTrue(fonts)
        for font in fonts:
            self.assertRegex(font, r"^[A-Z]{6}\+Noto.* yes yes yes ", font)

    def test_a_pdf_tells_its_title_time_and_size(self):
        info = tool("pdfinfo", "-isodates", self.export("a3.pdf", *A3))
        self.assertRegex(info, "Title: +攀枝花市西区项目图")
        self.assertIn("2023-11-14T22:13:20Z", info)
        width, height = map(float, re.search(r"Page size: +([\d.]+) x ([\d.]+)", info).groups())
        self.assertAlmostEqual(width * MM_PER_POINT, 420, delta=0.1)
        self.assertAlmostEqual(height * MM_PER_POINT, 297, delta=0.1)

    def test_a_square_of_the_grid_has_20_mm_at_50000(self):
        boxes = {word: box for word, box in words(self.export("a3.pdf", *A3)) if re.fullmatch(r"4[45]\d", word)}
        middles = {int(word): (box[0] + box[2]) / 2 for word, box in boxes.items()}
        self.assertGreater(len(middles), 10)
        first, last = min(middles), max(middles)
        self.assertAlmostEqual((middles[last] - middles[first]) / (last - first), 20, delta=0.02)

    def test_a_pdf_is_georeferenced_where_its_grid_says(self):
        pdf = self.export("a3.pdf", *A3)
        info = json.loads(tool("gdalinfo", "-json", pdf))
        self.assertIn("4543", info["coordinateSystem"]["wkt"])
        (west, north), width = info["cornerCoordinates"]["upperLeft"], info["size"][0]
        units_per_mm = (info["cornerCoordinates"]["upperRight"][0] - west) / 420
        self.assertAlmostEqual(units_per_mm, 50, delta=0.01)
        for word, box in words(pdf):
            if re.fullmatch(r"4[45]\d", word):
                self.assertAlmostEqual(west + (box[0] + box[2]) / 2 * units_per_mm, int(word) * 1000, delta=10)

    def test_a_page_that_chooses_its_scale_tells_it_exactly(self):
        pdf = self.export("a4.pdf", "--size", "A4-landscape")
        digits = re.search(r"1:(\d+(?:\s\d{3})*)", tool("pdftotext", pdf, "-")).group(1)
        denominator = int("".join(digits.split()))
        corners = json.loads(tool("gdalinfo", "-json", pdf))["cornerCoordinates"]
        units_per_mm = (corners["upperRight"][0] - corners["upperLeft"][0]) / 297
        self.assertAlmostEqual(units_per_mm * 1000 / denominator, 1, delta=0.001)
        self.assertEqual(denominator % 500, 0, "not a round number")

    # The other formats.

    def test_an_svg_is_valid_and_has_its_texts_as_text(self):
        svg = self.export("map.svg", *A3)
        tool("xmllint", "--noout", svg)
        content = svg.read_text(encoding="utf-8")
        self.assertGreater(content.count("<text"), 50)
        self.assertTrue("金沙湖" in content)
        self.assertNotIn("<image", content)
        self.assertIn('width="420.000mm" height="297.000mm"', content)

    def test_a_geotiff_lies_where_the_map_is(self):
        tif = self.export("map.tif", "--size", "800x600", "--bbox", "101.5,26.55,101.6,26.62", "--no-furniture")
        info = json.loads(tool("gdalinfo", "-json", tif))
        self.assertIn("4543", info["coordinateSystem"]["wkt"])
        west, south, east, north = info["wgs84Extent"]["coordinates"][0][0][0], *[0] * 3
        longitudes = [p[0] for p in info["wgs84Extent"]["coordinates"][0]]
        latitudes = [p[1] for p in info["wgs84Extent"]["coordinates"][0]]
        self.assertLess(min(longitudes), 101.5005)
        self.assertGreater(max(longitudes), 101.5995)
        self.assertLess(min(latitudes), 26.5505)
        self.assertGreater(max(latitudes), 26.6195)
        self.assertEqual(info["size"], [800, 600])

    def test_a_world_file_agrees_with_the_geotiff(self):
        options = ("--size", "640x400", "--world-file")
        transform = json.loads(tool("gdalinfo", "-json", self.export("a.tif", *options[:2])))["geoTransform"]
        self.export("a.png", *options)
        step, _, _, down, x, y = map(float, (self.path / "a.pgw").read_text().split())
        self.assertAlmostEqual(step, transform[1], places=6)
        self.assertAlmostEqual(down, transform[5], places=6)
        self.assertAlmostEqual(x, transform[0] + step / 2, places=3)
        self.assertAlmostEqual(y, transform[3] - step / 2, places=3)

    def test_png_and_pdf_show_the_same(self):
        options = ("--size", "1200x800", "--no-furniture")
        png, pdf = self.export("a.png", *options), self.export("a.pdf", *options)
        # Poppler sets small letters on whole rows of pixels; four times as large and scaled down they stand right.
        tool("pdftoppm", "-r", 384, "-png", "-singlefile", pdf, self.path / "large")
        tool("convert", self.path / "large.png", "-scale", "25%", self.path / "small.png")
        done = subprocess.run(["compare", "-metric", "AE", "-fuzz", "8%", png, self.path / "small.png", "null:"],
                              capture_output=True, check=False)
        self.assertLess(float(done.stderr.decode().split()[0]) / (1200 * 800), 0.005)

    # Series.

    def test_each_layer_makes_a_named_picture(self):
        done = run(SAMPLE, "--each-layer", self.path / "layers", "--size", "400x300")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(sorted(p.name for p in (self.path / "layers").iterdir()),
                         ["dashuijing-area.png", "district-projects.png", "geliping-park.png", "jinsha-lake.png"])
        self.assertEqual(len({p.read_bytes() for p in (self.path / "layers").iterdir()}), 4)

    def test_each_feature_makes_a_page_of_one_pdf(self):
        pdf = self.export("series.pdf", "--each-feature", "jinsha-lake", "--size", "A4")
        self.assertRegex(tool("pdfinfo", pdf), r"Pages: +4\n")
        places = [json.loads(tool("gdalinfo", "-json", f"PDF:{page}:{pdf}")) for page in range(1, 5)]
        for place in places:
            self.assertIn("4543", place["coordinateSystem"]["wkt"])
        self.assertEqual(len({tuple(place["cornerCoordinates"]["center"]) for place in places}), 4)
        self.assertIn("第 2 页，共 4 页", tool("pdftotext", "-f", 2, "-l", 2, pdf, "-").replace("\u2009", " "))

    def test_each_feature_makes_many_pictures(self):
        self.assertEqual(run(SAMPLE, "-o", self.path / "p.png", "--each-feature", "jinsha-lake", "--size",
                             "300x200").returncode, 0)
        names = sorted(p.name for p in self.path.iterdir())
        self.assertEqual(len(names), 4)
        self.assertTrue(names[0].startswith("p-001-"), names)

    # What is drawn.

    def test_a_filter_leaves_only_what_it_names(self):
        text = tool("pdftotext", self.export("a.pdf", "--filter", "theme=energy|industry,phase=planned"), "-")
        self.assertNotIn("文化旅游", text)
        said = self.refused(SAMPLE, "-o", self.path / "a.png", "--filter", "colour=red")
        self.assertIn("--filter: no layer has a field 'colour'", said)

    def test_a_page_without_furniture_is_the_map_alone(self):
        text = tool("pdftotext", self.export("a.pdf", "--no-furniture"), "-")
        self.assertNotIn("图例", text)

    def test_a_page_speaks_english_when_asked(self):
        text = tool("pdftotext", self.export("a.pdf", "--lang", "en"), "-")
        self.assertIn("Legend", text)
        self.assertIn("For internal use", text)

    # The same bytes, and whole files.

    def test_two_runs_give_the_same_bytes_on_one_core_and_on_all(self):
        core = min(os.sched_getaffinity(0))
        for name in ("a.png", "a.pdf", "a.svg", "a.tif"):
            with self.subTest(name):
                one = self.export(name, "--size", "A4").read_bytes()
                done = run(SAMPLE, "-o", self.path / name, "--size", "A4",
                           preexec_fn=lambda: os.sched_setaffinity(0, {core}))
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual((self.path / name).read_bytes(), one)

    def test_a_full_disk_leaves_the_old_file(self):
        def small_disk():  # writing more than this fails, as on a full disk
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
        for name in ("a.png", "a.pdf", "a.svg", "a.tif"):
            with self.subTest(name):
                (self.path / name).write_text("old")
                said = self.refused(SAMPLE, "-o", self.path / name, "--size", "600x400", preexec_fn=small_disk)
                self.assertIn(name, said)
                self.assertEqual((self.path / name).read_text(), "old")

    def small_disk(self, *options):
        """A file system of 64 KB of its own; skips the test where none may be mounted."""
        folder = self.path / "disk"
        folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", ",".join(("size=64k", *options)), "tmpfs", folder]
        if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
            self.skipTest("no file system can be mounted here")
        self.addCleanup(subprocess.run, ["umount", folder], check=True)
        return folder

    def test_a_disk_that_is_really_full_leaves_the_old_files(self):
        disk = self.small_disk()
        exports = [(name, ()) for name in ("a.png", "a.pdf", "a.svg", "a.tif")]
        exports += [("series.pdf", ("--each-feature", "jinsha-lake")), ("placed.png", ("--world-file",))]
        for name, options in exports:
            with self.subTest(name):
                (disk / name).write_text("old")
                done = run(SAMPLE, "-o", disk / name, "--size", "A4", "--dpi", "150", *options)
                self.assertEqual(done.returncode, 2)
                self.assertRegex(done.stderr.decode(), f"{name}: cannot be written: No space left on device\n$")
                self.assertEqual([p.name for p in disk.iterdir()], [name])
                self.assertEqual((disk / name).read_text(), "old")
                (disk / name).unlink()

    def test_a_folder_that_nobody_may_write_is_said(self):
        disk = self.small_disk()
        (disk / "a.png").write_text("old")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        for name in ("a.png", "b.pdf", "b.svg", "b.tif"):
            with self.subTest(name):
                done = run(SAMPLE, "-o", disk / name, "--size", "300x200")
                self.assertEqual(done.returncode, 2)
                self.assertIn(f"{name}: cannot be written: Read-only file system", done.stderr.decode())
                self.assertEqual([p.name for p in disk.iterdir()], ["a.png"])

    def test_ctrl_c_leaves_the_old_file(self):
        (self.path / "a.png").write_text("old")
        process = subprocess.Popen([PROGRAM, "export", SAMPLE, "-o", self.path / "a.png", "--size", "A0", "--dpi", "400"],
                                   stderr=subprocess.PIPE, env=ENVIRONMENT)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 2, said)
        self.assertIn("cancelled", said.decode())
        self.assertEqual([p.name for p in self.path.iterdir()], ["a.png"])
        self.assertEqual((self.path / "a.png").read_text(), "old")

    def test_what_cannot_be_written_is_said_and_leaves_no_file(self):
        out = self.path / "a.png"
        for arguments, expected in [
            (("-o", self.path / "a.bmp"), ".png, .pdf, .svg or .tif"),
            (("-o", out, "--size", "0x600"), "expected sides from 1"),
            (("-o", out, "--size", "-5x600"), "expected sides from 1"),
            (("-o", out, "--size", "1000000x1000000mm"), "expected sides from 1 to 5000 millimetres"),
            (("-o", out, "--size", "A9"), "A0 to A5"),
            (("-o", out, "--size", "A0", "--dpi", "2400"), "each side must be from 1 to 65535"),
            (("-o", out, "--scale", "1:0"), "expected 1:N"),
            (("-o", out, "--bbox", "101.7,26.5,101.4,26.7"), "west < east"),
            (("-o", out, "--extent", "nowhere"), "no layer 'nowhere'"),
            (("-o", out, "--feature", "river/xyz"), "no feature 'xyz'"),
            (("-o", self.path / "nowhere" / "a.png"), "nowhere/a.png"),
            (("-o", out, "--layers", "nowhere"), "no layer 'nowhere'"),
            (("-o", out, "--each-feature", "nowhere"), "no layer or source 'nowhere'"),
        ]:
            with self.subTest(arguments=arguments):
                self.assertIn(expected, self.refused(SAMPLE, *arguments))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
