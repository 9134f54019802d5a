"""Lengths and areas on WGS 84, longitude and latitude in degrees."""

from math import atanh, cos, radians, sin, sqrt

SEMI_MAJOR_AXIS_M = 6378137.0
FLATTENING = 1 / 298.257223563
ECCENTRICITY = sqrt(FLATTENING * (2 - FLATTENING))


def metres_per_degree(lat):
    """Along the parallel, along the meridian."""
    w = sqrt(1 - (ECCENTRICITY * sin(radians(lat))) ** 2)
    return (radians(1) * SEMI_MAJOR_AXIS_M / w * cos(radians(lat)),
            radians(1) * SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY ** 2) / w ** 3)


def _authalic(lat):
    """Height of the equal-area cylinder over the equator, in units of its radius (Snyder 1987, 3-12)."""
    s = sin(radians(lat))
    es = ECCENTRICITY * s
    return (1 - ECCENTRICITY ** 2) * (s / (1 - es * es) + atanh(es) / ECCENTRICITY) / 2


def ring_area_m2(ring):
    """Signed, counter-clockwise positive. Sides are straight on the equal-area cylinder; for sides of a kilometre
    that differs from geodesics by less than a millionth."""
    plane = [(SEMI_MAJOR_AXIS_M * radians(lon), SEMI_MAJOR_AXIS_M * _authalic(lat)) for lon, lat in ring]
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(plane, plane[1:])) / 2
