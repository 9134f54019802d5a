"""A picture of 3840 x 2160 pixels by Mapnik. Usage: mapnik_picture.py SOURCE FILE; SOURCE is a folder of GeoJSON files (the
West District) or one file that OGR reads (the parcels, coloured by land use)."""

import pathlib
import sys

import mapnik

source, output = pathlib.Path(sys.argv[1]), sys.argv[2]
COLOURS = ["#8dd3c7", "#bebada", "#fb8072", "#80b1d3", "#fdb462", "#b3de69", "#fccde5", "#bc80bd", "#ccebc5", "#ffed6f"]
LAND_USE = ["水田", "旱地", "水浇地", "乔木林地", "灌木林地", "其他林地", "果园", "茶园", "其他草地", "河流水面", "坑塘水面",
            "公路用地", "农村道路", "农村宅基地", "城镇住宅用地", "工业用地", "采矿用地", "裸岩石砾地"]


def areas(colour, condition=""):
    rule = f"<Filter>{condition}</Filter>" if condition else ""
    return (f'<Rule>{rule}<PolygonSymbolizer fill="{colour}"/>'
            '<LineSymbolizer stroke="#5f6b69" stroke-width="0.5"/></Rule>')


def layer(name, rules, **parameters):
    inside = "".join(f'<Parameter name="{key}">{value}</Parameter>' for key, value in parameters.items())
    return (f'<Style name="{name}">{rules}</Style><Layer name="{name}"><StyleName>{name}</StyleName>'
            f"<Datasource>{inside}</Datasource></Layer>")


def district():
    def file(name, rules):
        return layer(name, rules, type="geojson", file=source / f"{name}.geojson")

    points = '<Rule><MarkersSymbolizer fill="#1F6F78" width="26" allow-overlap="true"/></Rule>'
    return "".join([file("districts", areas("#FBFAF6")), file("river", '<Rule><LineSymbolizer stroke="#BCD9E6" stroke-width="8"/></Rule>'), file("areas", areas("#F4E2B8")),
                    *(file(name, points) for name in ("geliping-park", "dashuijing-area", "jinsha-lake", "district-projects"))])


def parcels():
    rules = "".join(areas(COLOURS[i % len(COLOURS)], f"[dlmc] = '{use}'") for i, use in enumerate(LAND_USE))
    return layer(source.stem, rules, type="ogr", file=source, layer=source.stem)


picture = mapnik.Map(3840, 2160)
mapnik.load_map_from_string(picture, f'<Map background-color="white">{district() if source.is_dir() else parcels()}</Map>')
shown = next((layer for layer in picture.layers if layer.name == "areas"), picture.layers[0])  # as the map's home
box = shown.envelope()
box.width(1.2 * box.width())
box.height(1.2 * box.height())
picture.zoom_to_box(box)
mapnik.render_to_file(picture, output, "png")
