"""Draws the views of a benchmark with QGIS, without a window, and prints one JSON line as bench/peers/peers.py reads it.
Usage: qgis_frames.py DOCUMENT VIEWS [FRAMES]; needs python3-qgis."""

import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from look import Look, boxes, figures

THIN_MM = 0.1  # a pixel is 0.26 mm


def open_layer(look):
    layer = QgsVectorLayer(f"{look.data}|layername={look.layer}", look.layer, "ogr")
    if not layer.isValid():
        sys.exit(f"{look.data}: QGIS cannot open it")
    categories = []
    for value, colour in [*look.colours.items(), ("", look.other)]:
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
        symbol.setColor(QColor(colour))
        symbol.symbolLayer(0).setStrokeColor(QColor(look.outline))
        if layer.geometryType() == QgsWkbTypes.PolygonGeometry:
            symbol.symbolLayer(0).setStrokeWidth(THIN_MM)
        categories.append(QgsRendererCategory(value, symbol, str(value)))
    layer.setRenderer(QgsCategorizedSymbolRenderer(look.field, categories))
    return layer


def draw(layer, box):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setOutputSize(QSize(1920, 1080))
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(QgsRectangle(*box))
    for flag in (QgsMapSettings.Antialiasing, QgsMapSettings.UseRenderingOptimization):
        settings.setFlag(flag, True)
    begin = time.perf_counter()
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage()
    return 1e3 * (time.perf_counter() - begin)


def main(document, views, frames=5):
    program = QgsApplication([], False)
    program.initQgis()
    with open(views, encoding="utf-8") as file:
        views = json.load(file)
    begin = time.perf_counter()
    layer = open_layer(Look(document))
    draw(layer, next(iter(views.values())))
    result = {"name": f"QGIS {Qgis.QGIS_VERSION.split('-')[0]}", "open_ms": 1e3 * (time.perf_counter() - begin)}
    result["views"] = {n: figures([draw(layer, box) for box in boxes(view, int(frames))]) for n, view in views.items()}
    print(json.dumps(result), flush=True)
    os._exit(0)  # Qt's own end takes long and may fail


if __name__ == "__main__":
    main(*sys.argv[1:])
