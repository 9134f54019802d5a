"""Writes RFC 7946 GeoJSON: one feature a line, members in a fixed order, the same bytes each time."""

import json
from pathlib import Path


def feature(id_, properties, geometry_type, coordinates):
    return {"type": "Feature", "id": id_, "properties": properties,
            "geometry": {"type": geometry_type, "coordinates": coordinates}}


def write(path: Path, features):
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")
