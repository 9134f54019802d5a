"""What the peers must know of a benchmark's map document: its data and its colours."""

import json
import math
import pathlib
import statistics


class Look:
    """A document of one fill or circle layer whose colour is a "match" of one field, as bench/make_data writes it."""

    def __init__(self, document):
        path = pathlib.Path(document)
        parsed = json.loads(path.read_text(encoding="utf-8"))
        (layer,) = parsed["layers"]
        paint = layer["paint"]
        _, (_, self.field), *cases, self.other = paint[layer["type"] + "-color"]
        self.colours = dict(zip(cases[::2], cases[1::2]))
        self.outline = paint.get("fill-outline-color", "#ffffff")
        self.layer = layer["source-layer"]
        self.data = path.parent / parsed["sources"][layer["source"]]["url"].removeprefix("gdal:")


def boxes(view, count):
    """The view moved along a circle of a tenth of its width, so that no frame repeats another."""
    west, south, east, north = view
    radius = (east - west) / 10
    for i in range(count):
        dx, dy = (radius * f(2 * math.pi * i / count) for f in (math.cos, math.sin))
        yield west + dx, south + dy, east + dx, north + dy


def figures(milliseconds):
    ordered = sorted(milliseconds)
    return {"p50": statistics.median(ordered), "p95": ordered[math.ceil(0.95 * len(ordered)) - 1]}
