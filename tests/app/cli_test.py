#!/usr/bin/env python3
"""Runs the program as a user would, without a display: info and export on good and bad input.
Usage: cli_test.py PROGRAM PROJECT_ROOT"""

import json
import os
import pathlib
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import unittest

import made_files

PROGRAM, ROOT = sys.argv[1:3]
SAMPLE = f"{ROOT}/geodata/west-district.map.json"
POINT = '{"type":"Feature","id":1,"properties":{"name":"甲"},"geometry":{"type":"Point","coordinates":[101.5,26.6]}}'
PLACES = [(101.5, 26.5, "格里坪"), (101.6, 26.6, "金沙湖"), (101.7, 26.55, "大水井")]


def run(*arguments, **options):
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, env=environment,
                          timeout=60, **options)


def png_size(path):
    head = pathlib.Path(path).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n", head
    return struct.unpack(">II", head[16:24])


def collection(*features):
    return '{"type":"FeatureCollection","features":[' + ",".join(features) + "]}"


class CommandLineProgram(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, content):
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def info(self, path, status=0):
        done = run("info", path, "--json")
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return json.loads(done.stdout)

    def refused(self, *arguments):
        done = run(*arguments)
        self.assertEqual(done.returncode, 2, done)
        self.assertEqual(done.stdout, b"")
        return done.stderr.decode(errors="replace")

    def test_bench_says_which_views_are_wrong_and_that_it_needs_a_display(self):
        views = self.file("views.json", '{"all": [1, 2, 0, 4]}')
        said = self.refused("bench", SAMPLE, "--views", views)
        self.assertIn("/all: expected west < east and south < north, found [1,2,0,4]", said)
        self.assertIn("display", self.refused("bench", SAMPLE))

    # Adding features.

    def test_add_changes_nothing_but_the_features_it_adds(self):
        text = '{\n"type": "FeatureCollection",\n"features": [\n' + POINT + "\n]\n}\n"
        path = self.file("项目.geojson", text)
        new = POINT.replace('"id":1,', "").replace("甲", "新项目")
        done = run("add", "-", "--to", path, input=new.encode())
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(path.read_text(), text.replace(POINT, POINT + ",\n" + new))
        self.assertEqual(list(path.parent.iterdir()), [path])

    def test_add_refuses_faulty_features_with_status_1(self):
        path = self.file("a.geojson", collection(POINT))
        done = run("add", self.file("b.geojson", POINT), "--to", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("b.geojson: feature 1: the id 1 is there already", done.stderr.decode())
        self.assertEqual(path.read_text(), collection(POINT))

    def test_add_tells_what_check_finds_in_the_new_features_alone(self):
        old = POINT.replace('"id":1', '"id":0').replace("甲", "")
        nowhere = '{"type":"Feature","properties":{},"geometry":null}'
        path = self.file("a.geojson", collection(nowhere, old))
        done = run("add", self.file("b.geojson", collection(POINT, nowhere)), "--to", path)
        self.assertEqual((done.returncode, done.stdout.decode()), (0, f"2 features added to {path}\n"))
        self.assertEqual([line.partition(f"{path}: ")[2].partition("; ")[0]
                          for line in done.stderr.decode().splitlines()],
                         ["feature 3: feature 2 has the position [101.5,26.6] already [same-position]",
                          "feature 4: the feature has no geometry and is not on the map [null-geometry]"])

    def test_add_refuses_what_check_calls_an_error(self):
        path = self.file("a.geojson", collection(POINT))
        bow = ('{"type":"Polygon","coordinates":[[[101.5,26.5],[101.6,26.6],[101.6,26.5],[101.5,26.6],[101.5,26.5]]]}')
        done = run("add", self.file("b.geojson", bow), "--to", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("b.geojson: feature 1: the boundary of the polygon crosses itself", done.stderr.decode())
        self.assertEqual(path.read_text(), collection(POINT))

    def test_add_says_why_a_file_cannot_be_written(self):
        point = self.file("b.geojson", POINT)
        self.assertIn("/nowhere/a.geojson: cannot be written", self.refused("add", point, "--to", "/nowhere/a.geojson"))
        self.assertIn("/nowhere/b.geojson: cannot be read", self.refused("add", "/nowhere/b.geojson", "--to", point))

    # The bundled map.

    def test_the_bundled_map_has_all_layers_and_no_problem(self):
        info = self.info(SAMPLE)
        counts = {layer["name"]: layer["features"] for layer in info["layers"]}
        self.assertEqual(info["problems"], [])
        self.assertEqual(counts["districts"], 5)
        self.assertEqual(counts["areas"], 9)
        projects = [counts[name] for name in ("geliping-park", "dashuijing-area", "jinsha-lake", "district-projects")]
        self.assertEqual(projects, [15, 4, 4, 42])
        self.assertTrue(all(layer["crs"]["id"] == "OGC:CRS84" for layer in info["layers"]), info["layers"])
        drawn = {layer["layer"]: layer["drawn"] for layer in info["style"]}
        self.assertIn("fill-color", drawn["district"])

    def test_the_bundled_map_becomes_a_picture_without_a_display(self):
        picture = pathlib.Path(self.folder.name) / "地图.png"
        done = run("export", SAMPLE, "-o", picture, "--size", "640x400")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(png_size(picture), (640, 400))

    def test_the_same_export_gives_the_same_bytes(self):
        pictures = [pathlib.Path(self.folder.name) / name for name in ("a.png", "b.png")]
        for picture in pictures:
            run("export", SAMPLE, "-o", picture, "--size", "500x300")
        self.assertEqual(pictures[0].read_bytes(), pictures[1].read_bytes())

    def test_a_window_without_a_display_is_refused_with_a_word(self):
        self.assertIn("display", self.refused("view", SAMPLE))

    # Data without a document.

    def test_a_geojson_file_gets_a_generated_style(self):
        path = self.file("点.geojson", collection(POINT))
        info = self.info(path)
        self.assertEqual(info["layers"][0]["features"], 1)
        picture = pathlib.Path(self.folder.name) / "p.png"
        self.assertEqual(run("export", path, "-o", picture, "--size", "200x100").returncode, 0)
        self.assertEqual(png_size(picture), (200, 100))

    def test_datasets_of_other_formats_get_a_generated_style(self):
        for name, make in (("places.gpkg", made_files.geopackage), ("places.shp", made_files.shapefile)):
            with self.subTest(name):
                path = pathlib.Path(self.folder.name) / name
                make(path, PLACES)
                info = self.info(path)
                layer = info["layers"][0]
                self.assertEqual((layer["geometry"], layer["features"]), ("Point", 3))
                self.assertEqual((layer["crs"]["id"], info["problems"]), ("EPSG:4326", []))
                picture = pathlib.Path(self.folder.name) / f"{name}.png"
                self.assertEqual(run("export", path, "-o", picture, "--size", "200x100").returncode, 0)
                self.assertEqual(png_size(picture), (200, 100))

    # Bad input: the rest works, what was skipped is told, and the status says so.

    def test_missing_empty_truncated_and_foreign_files_are_named(self):
        for name, content in {
            "empty.geojson": "",
            "truncated.geojson": '{"type":"FeatureCollection","features":[{"type":"Fea',
            "broken.geojson": '{"type":"FeatureCollection","features":[}]}',
            "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
            "words.txt": "no map at all",
            "broken.map.json": '{"version": 8,\n "layers": [,]}',
            "empty.map.json": "",
        }.items():
            with self.subTest(name):
                said = self.refused("info", self.file(name, content))
                self.assertIn(name, said)
                self.assertGreater(len(said.strip()), len(name) + 20)
        self.assertIn("no such file", self.refused("info", f"{self.folder.name}/missing.gpkg"))
        self.assertIn(self.folder.name, self.refused("info", self.folder.name))

    def test_a_broken_document_is_told_with_line_and_column(self):
        said = self.refused("info", self.file("broken.map.json", '{"version": 8,\n "layers": [,]}'))
        self.assertIn("line 2", said)

    def test_a_broken_layer_leaves_the_others(self):
        self.file("good.geojson", collection(POINT))
        self.file("bad.geojson", "{")
        document = {
            "version": 8,
            "sources": {
                "good": {"type": "geojson", "data": "good.geojson"},
                "bad": {"type": "geojson", "data": "bad.geojson"},
                "gone": {"type": "geojson", "data": "gone.geojson"},
            },
            "layers": [
                {"id": "a", "type": "circle", "source": "good"},
                {"id": "b", "type": "circle", "source": "bad"},
                {"id": "c", "type": "circle", "source": "gone", "paint": {"circle-opacity": "half"}},
            ],
        }
        path = self.file("town.map.json", json.dumps(document))
        info = self.info(path, status=1)
        self.assertEqual([layer["name"] for layer in info["layers"]], ["good"])
        told = " | ".join(problem["where"] + ": " + problem["message"] for problem in info["problems"])
        for part in ("bad.geojson", "gone.geojson", "/layers/2/paint/circle-opacity", '"half"'):
            self.assertIn(part, told)
        picture = pathlib.Path(self.folder.name) / "p.png"
        self.assertEqual(run("export", path, "-o", picture, "--size", "100x100").returncode, 1)
        self.assertEqual(png_size(picture), (100, 100))

    def test_features_that_cannot_be_drawn_are_counted_with_the_reason(self):
        feature = '{{"type":"Feature","properties":{{}},"geometry":{}}}'
        path = self.file(
            "mixed.geojson",
            collection(
                POINT,
                feature.format("null"),
                feature.format('{"type":"Point","coordinates":[]}'),
                feature.format('{"type":"Point","coordinates":[1e300,2]}'),
                feature.format('{"type":"Polygon","coordinates":[[[101,26],[102,27],[101,27],[102,26],[101,26]]]}'),
            ),
        )
        info = self.info(path)
        layer = info["layers"][0]
        self.assertEqual(layer["features"] + layer["skipped"], 5)
        self.assertEqual(layer["skipped"], 1)
        told = " | ".join(problem["where"] + ": " + problem["message"] for problem in info["problems"])
        self.assertIn("1 feature skipped", told)
        self.assertIn("2 features without geometry", told)

    def told(self, info):
        return [f"{problem['severity']}: {problem['where']}: {problem['message']}" for problem in info["problems"]]

    def with_geometry(self, geometry):
        feature = '{"type":"Feature","properties":{},"geometry":' + geometry + "}"
        return self.info(self.file("a.geojson", collection(POINT, feature)))

    def test_each_kind_of_bad_geometry_has_its_word_and_leaves_the_rest(self):
        ring = '{{"type":"Polygon","coordinates":[[{}]]}}'
        for geometry, taken, word in (
            ("null", 2, "1 feature without geometry: kept with their attributes, not drawn (feature 2)"),
            ('{"type":"LineString","coordinates":[]}', 2, "1 feature without geometry"),
            ('{"type":"Point","coordinates":[NaN,26]}', 1, "coordinate (nan, 26) is not a number (feature 2)"),
            ('{"type":"Point","coordinates":[101,1e300]}', 1, "is too large to be a place (feature 2)"),
            ('{"type":"Point","coordinates":[26.6,101.6]}', 1, "are longitude and latitude exchanged?"),
            ('{"type":"Point","coordinates":"here"}', 1, "1 feature skipped"),
            ('{"type":"Pint","coordinates":[101,26]}', 1, "1 feature skipped"),
            (ring.format("[101,26],[102,26]"), 1, "exterior ring has 2 points, needs at least 4"),
            ('{"type":"LineString","coordinates":[[170,10],[-170,10]]}', 2, "cut at the 180° meridian"),
            ('{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[101,26]},'
             '{"type":"LineString","coordinates":[[101,26],[102,27]]}]}', 2, "1 feature of mixed geometry"),
        ):
            with self.subTest(geometry):
                info = self.with_geometry(geometry)
                self.assertEqual(info["layers"][0]["features"], taken)
                self.assertEqual(len(info["problems"]), 1, info["problems"])
                self.assertIn("warning: a.geojson: ", self.told(info)[0])
                self.assertIn(word, self.told(info)[0])
        bow_tie = self.with_geometry(ring.format("[101,26],[102,27],[102,26],[101,27],[101,26]"))
        self.assertEqual((bow_tie["layers"][0]["features"], bow_tie["problems"]), (2, []))

    def test_text_of_another_encoding_is_read_and_said(self):
        gbk = collection(POINT).replace("甲", "格里坪").encode("gbk")
        layer = self.info(self.file("gbk.geojson", gbk))["layers"][0]
        self.assertEqual(layer["encoding"]["name"], "GB18030")
        broken = collection(POINT, POINT.replace("甲", "乙")).encode().replace("乙".encode(), b"\xff")
        told = self.told(self.info(self.file("broken.geojson", broken)))
        self.assertEqual(told, ["warning: broken.geojson: 1 text is not valid UTF-8: what cannot be read is shown as \ufffd"])

    def test_coordinates_of_another_crs_than_the_file_says_are_found_out(self):
        metres = collection(POINT.replace("[101.5,26.6]", "[34460123,2942310]"))
        crs = self.info(self.file("metres.geojson", metres))["layers"][0]["crs"]
        self.assertEqual(crs["id"], "EPSG:4522")
        self.assertIn("zone 34", crs["how"])

    def test_a_file_without_features_is_told(self):
        path = self.file("nothing.geojson", collection())
        self.assertEqual(self.told(self.info(path)), ["warning: nothing.geojson: holds no features: there is nothing to draw"])
        done = run("export", path, "-o", f"{self.folder.name}/p.png", "--size", "50x50")
        self.assertEqual(done.returncode, 0)
        self.assertIn("holds no features", done.stderr.decode())

    def test_every_bad_layer_of_a_document_is_told_and_the_good_one_is_drawn(self):
        self.file("good.geojson", collection(POINT))
        os.mkdir(f"{self.folder.name}/folder.geojson")
        for name, content in {
            "empty": "",
            "truncated": collection(POINT)[:-40],
            "words": "Dear planner,",
            "table": '{"type":"Topology","objects":{}}',
            "bytes": bytes(range(256)),
        }.items():
            self.file(f"{name}.geojson", content)
        names = ["good", "missing", "empty", "truncated", "words", "table", "bytes", "folder"]
        document = {
            "version": 8,
            "sources": {name: {"type": "geojson", "data": f"{name}.geojson"} for name in names},
            "layers": [{"id": name, "type": "circle", "source": name} for name in names],
        }
        path = self.file("town.map.json", json.dumps(document))
        info = self.info(path, status=1)
        self.assertEqual([(layer["name"], layer["features"]) for layer in info["layers"]], [("good", 1)])
        told = self.told(info)
        self.assertEqual(len(told), len(names) - 1, told)
        for name, line in zip(names[1:], told):
            self.assertIn(f"town.map.json: /sources/{name}: ", line)
            self.assertIn(f"{name}.geojson", line)
        self.assertEqual(run("export", path, "-o", f"{self.folder.name}/p.png", "--size", "50x50").returncode, 1)

    def test_datasets_of_other_formats_that_are_cut_off_are_told(self):
        package = pathlib.Path(self.folder.name) / "cut.gpkg"
        made_files.geopackage(package, PLACES)
        os.truncate(package, package.stat().st_size // 2)
        self.assertIn("cut.gpkg: database disk image is malformed", self.refused("info", package))

        shapes = pathlib.Path(self.folder.name) / "cut.shp"
        made_files.shapefile(shapes, PLACES)
        os.truncate(shapes, shapes.stat().st_size - 20)
        info = self.info(shapes, status=1)
        self.assertEqual(info["layers"][0]["features"], 3)
        self.assertIn("1 feature without geometry", self.told(info)[0])
        self.assertIn("error: cut.shp: Error in fread()", self.told(info)[1])

    def test_shapefiles_without_their_other_files_are_told(self):
        shapes = pathlib.Path(self.folder.name) / "a.shp"
        made_files.shapefile(shapes, PLACES)
        shapes.with_suffix(".dbf").unlink()
        self.assertEqual(self.told(self.info(shapes)), [
            "warning: a.shp: expected the attributes in 'a.dbf' beside it, found none that can be read: "
            "its features are drawn without"])
        shapes.with_suffix(".prj").unlink()
        crs = self.info(shapes)["layers"][0]["crs"]
        self.assertEqual(crs["how"], "none declared: taken as WGS 84 because the coordinates are degrees")
        shapes.with_suffix(".shx").unlink()
        self.assertIn("a.shp: expected its index 'a.shx' beside it, found none", self.refused("info", shapes))

    def test_a_malformed_background_leaves_the_map_readable(self):
        self.file("good.geojson", collection(POINT))
        document = {
            "version": 8,
            "sources": {"good": {"type": "geojson", "data": "good.geojson"}},
            "layers": [
                {"id": "ground", "type": "background", "paint": {"background-color": "#12345"}},
                {"id": "a", "type": "circle", "source": "good"},
            ],
        }
        path = self.file("town.map.json", json.dumps(document))
        told = self.told(self.info(path, status=1))
        self.assertEqual(len(told), 1)
        self.assertIn('/layers/0/paint/background-color: expected a color like', told[0])
        self.assertIn('found "#12345"', told[0])

    def test_characters_beyond_the_basic_plane_are_kept_and_drawn(self):
        path = self.file("𠮷😀.geojson", collection(POINT.replace("甲", "𠮷野家😀")))
        self.assertEqual(self.info(path)["layers"][0]["name"], "𠮷😀")
        picture = pathlib.Path(self.folder.name) / "𠮷.png"
        done = run("export", path, "-o", picture, "--size", "200x100")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(png_size(picture), (200, 100))

    def test_a_source_outside_of_the_folder_is_not_opened(self):
        document = {
            "version": 8,
            "sources": {"passwd": {"type": "geojson", "data": "/etc/passwd"}},
            "layers": [{"id": "a", "type": "circle", "source": "passwd"}],
        }
        info = self.info(self.file("spy.map.json", json.dumps(document)), status=1)
        self.assertIn("/etc/passwd", info["problems"][0]["message"])

    # Output that cannot be written.

    def test_a_picture_that_cannot_be_written_is_told_and_leaves_nothing(self):
        for output in ("/no/such/folder/a.png", "/proc/a.png"):
            self.assertIn(output, self.refused("export", SAMPLE, "-o", output, "--size", "50x50"))
        self.assertIn("png", self.refused("export", SAMPLE, "-o", f"{self.folder.name}/a.xyz"))
        self.assertEqual(os.listdir(self.folder.name), [])

    def test_a_disk_that_takes_no_more_is_told_and_leaves_the_old_picture(self):
        picture = self.file("a.png", "the old one")

        def allow_one_kilobyte():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

        done = run("export", SAMPLE, "-o", picture, "--size", "400x400", preexec_fn=allow_one_kilobyte)
        self.assertEqual(done.returncode, 2)
        self.assertIn("a.png", done.stderr.decode())
        self.assertEqual(picture.read_text(), "the old one")
        self.assertEqual(os.listdir(self.folder.name), ["a.png"])

    def test_a_layer_that_is_not_there_is_named(self):
        said = self.refused("export", SAMPLE, "-o", f"{self.folder.name}/a.png", "--layers", "rivver")
        self.assertIn("rivver", said)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
