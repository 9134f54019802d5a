"""A picture of 3840 x 2160 pixels, or an A3 page with title, legend and scale bar as PDF, by QGIS.
Usage: qgis_export.py picture|page SOURCE FILE; SOURCE is a folder of GeoJSON files (the West District) or one file that OGR
reads (the parcels, coloured by land use)."""

import os
import pathlib
import sys

from qgis.core import (
    QgsApplication, QgsCategorizedSymbolRenderer, QgsLayoutExporter, QgsLayoutItemLabel, QgsLayoutItemLegend,
    QgsLayoutItemMap, QgsLayoutItemPage, QgsLayoutItemScaleBar, QgsLayoutPoint, QgsLayoutSize, QgsMapRendererParallelJob,
    QgsMapSettings, QgsPrintLayout, QgsProject, QgsRendererCategory, QgsSymbol, QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QFont

kind, source, output = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
DISTRICT = ["district-projects", "jinsha-lake", "dashuijing-area", "geliping-park", "areas", "river", "districts"]
COLOURS = ["#8dd3c7", "#bebada", "#fb8072", "#80b1d3", "#fdb462", "#b3de69", "#fccde5", "#bc80bd", "#ccebc5", "#ffed6f"]


def open_layers():
    files = [source / f"{name}.geojson" for name in DISTRICT] if source.is_dir() else [source]
    layers = [QgsVectorLayer(str(file), file.stem, "ogr") for file in files]
    if not source.is_dir():
        classes = []
        for i, use in enumerate(sorted(layers[0].uniqueValues(layers[0].fields().indexOf("dlmc")))):
            symbol = QgsSymbol.defaultSymbol(layers[0].geometryType())
            symbol.setColor(QColor(COLOURS[i % len(COLOURS)]))
            classes.append(QgsRendererCategory(use, symbol, use))
        layers[0].setRenderer(QgsCategorizedSymbolRenderer("dlmc", classes))
    return layers


def extent_of(layers):
    shown = next((layer for layer in layers if layer.name() == "areas"), layers[0])  # as the map's home
    extent = shown.extent()
    extent.scale(1.2)
    return extent


def write_picture(layers):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[-1].crs())
    settings.setOutputSize(QSize(3840, 2160))
    settings.setExtent(extent_of(layers))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage().save(output)


def write_page(layers):
    project = QgsProject.instance()
    project.setCrs(layers[-1].crs())
    project.addMapLayers(layers)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize("A3", QgsLayoutItemPage.Landscape)

    def place(item, x, y, width, height):
        item.attemptMove(QgsLayoutPoint(x, y))
        item.attemptResize(QgsLayoutSize(width, height))
        layout.addLayoutItem(item)

    picture, title = QgsLayoutItemMap(layout), QgsLayoutItemLabel(layout)
    legend, bar = QgsLayoutItemLegend(layout), QgsLayoutItemScaleBar(layout)
    picture.setRect(20, 20, 20, 20)
    place(picture, 10, 25, 310, 262)
    picture.setLayers(layers)
    picture.zoomToExtent(extent_of(layers))
    picture.setFrameEnabled(True)
    title.setText("攀枝花市西区项目分布图")
    title.setFont(QFont("Noto Sans CJK SC", 18))
    place(title, 10, 6, 300, 16)
    legend.setLinkedMap(picture)
    place(legend, 330, 30, 70, 100)
    bar.setLinkedMap(picture)
    bar.applyDefaultSize()
    place(bar, 330, 270, 70, 15)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = 300
    return QgsLayoutExporter(layout).exportToPdf(output, settings) == QgsLayoutExporter.Success


application = QgsApplication([], False)
application.initQgis()
is_written = (write_page if kind == "page" else write_picture)(open_layers())
sys.stdout.flush()
os._exit(0 if is_written else 1)  # taking QGIS apart crashes now and then, and is not what is measured
