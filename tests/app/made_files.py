"""Small datasets in formats that need a library elsewhere, written by hand: points in WGS 84 with a name each."""

import sqlite3
import struct

WGS_84 = (
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],'
    'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
)


def geopackage(path, points):
    """`points`: (longitude, latitude, name). OGC 12-128r18, only what a reader must find."""
    with sqlite3.connect(path) as db:
        db.executescript(
            """
            PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;
            CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
                organization_coordsys_id INTEGER, definition TEXT, description TEXT);
            CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT,
                last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
            CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT,
                srs_id INTEGER, z TINYINT, m TINYINT);
            CREATE TABLE places (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT);
            INSERT INTO gpkg_contents VALUES ('places', 'features', 'places', '', '2021-09-14T00:00:00Z',
                NULL, NULL, NULL, NULL, 4326);
            INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom', 'POINT', 4326, 0, 0);
            """
        )
        db.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, ?, '')", (WGS_84,))
        for lon, lat, name in points:
            header = struct.pack("<2sBBi", b"GP", 0, 1, 4326)  # little endian, no envelope
            geometry = header + struct.pack("<BIdd", 1, 1, lon, lat)
            db.execute("INSERT INTO places (geom, name) VALUES (?, ?)", (geometry, name))
    db.close()


def shapefile(path, points):
    """The .shp, .shx, .dbf (UTF-8, said in the .cpg) and .prj of that name. ESRI 1998; dBASE III."""
    west, east = (f(p[0] for p in points) for f in (min, max))
    south, north = (f(p[1] for p in points) for f in (min, max))

    def header(data_bytes):
        sizes = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, (100 + data_bytes) // 2)
        return sizes + struct.pack("<2i8d", 1000, 1, west, south, east, north, 0, 0, 0, 0)

    shapes = [struct.pack(">2i", i + 1, 10) + struct.pack("<i2d", 1, p[0], p[1]) for i, p in enumerate(points)]
    index = [struct.pack(">2i", (100 + 28 * i) // 2, 10) for i in range(len(points))]
    width = 32
    table = struct.pack("<4BI2H20x", 3, 121, 9, 14, len(points), 65, 1 + width)
    table += struct.pack("<11sc4xBB14x", b"name", b"C", width, 0) + b"\r"
    table += b"".join(b" " + p[2].encode().ljust(width) for p in points) + b"\x1a"
    for suffix, content in {
        ".shp": header(28 * len(points)) + b"".join(shapes),
        ".shx": header(8 * len(points)) + b"".join(index),
        ".dbf": table,
        ".cpg": b"UTF-8",
        ".prj": WGS_84.encode(),
    }.items():
        path.with_suffix(suffix).write_bytes(content)
