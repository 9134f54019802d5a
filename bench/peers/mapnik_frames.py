"""Draws the views of a benchmark with Mapnik and prints one JSON line as bench/peers/peers.py reads it.
Usage: mapnik_frames.py DOCUMENT VIEWS [FRAMES]; needs python3-mapnik."""

import json
import os
import sys
import time
from xml.sax.saxutils import escape, quoteattr

import mapnik

from look import Look, boxes, figures


def rule(look, value, colour, is_area):
    which = "<ElseFilter/>" if value is None else f"<Filter>[{look.field}] = '{escape(str(value))}'</Filter>"
    if is_area:
        drawn = f'<PolygonSymbolizer fill="{colour}"/><LineSymbolizer stroke="{look.outline}" stroke-width="0.4"/>'
    else:
        drawn = f'<MarkersSymbolizer fill="{colour}" width="6" height="6" allow-overlap="true" ignore-placement="true"/>'
    return f"<Rule>{which}{drawn}</Rule>"


def style_sheet(look, is_area):
    rules = "".join(rule(look, value, colour, is_area) for value, colour in [*look.colours.items(), (None, look.other)])
    parameters = {"type": "ogr", "file": str(look.data.resolve()), "layer": look.layer}
    source = "".join(f"<Parameter name={quoteattr(k)}>{escape(v)}</Parameter>" for k, v in parameters.items())
    return (
        f'<Map background-color="white"><Style name="look">{rules}</Style>'
        f'<Layer name="data"><StyleName>look</StyleName><Datasource>{source}</Datasource></Layer></Map>'
    )


def draw(picture_map, box):
    begin = time.perf_counter()
    picture_map.zoom_to_box(mapnik.Box2d(*box))
    mapnik.render(picture_map, mapnik.Image(1920, 1080))
    return 1e3 * (time.perf_counter() - begin)


def main(document, views, frames=5):
    with open(views, encoding="utf-8") as file:
        views = json.load(file)
    look = Look(document)
    begin = time.perf_counter()
    picture_map = mapnik.Map(1920, 1080)
    mapnik.load_map_from_string(picture_map, style_sheet(look, look.layer != "points"))
    draw(picture_map, next(iter(views.values())))
    version = mapnik.mapnik_version()
    name = f"Mapnik {version // 100000}.{version // 100 % 1000}.{version % 100}"
    result = {"name": name, "open_ms": 1e3 * (time.perf_counter() - begin)}
    result["views"] = {
        n: figures([draw(picture_map, box) for box in boxes(view, int(frames))]) for n, view in views.items()
    }
    print(json.dumps(result), flush=True)
    os._exit(0)  # the end of its data sources is of no interest


if __name__ == "__main__":
    main(*sys.argv[1:])
