"""Turns the facts and the boundary package into the bundled map's GeoJSON files."""
