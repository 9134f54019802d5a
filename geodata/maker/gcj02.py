"""GCJ-02, the shifted datum of Chinese public maps, to WGS 84. Longitude before latitude, degrees."""

from math import cos, pi, sin, sqrt

SEMI_MAJOR_AXIS_M = 6378245.0  # Krasovsky 1940, which the shift is defined on
ECCENTRICITY_SQUARED = 0.00669342162296594323


def from_wgs84(lon, lat):
    x, y = lon - 105, lat - 35
    waves = (20 * sin(6 * pi * x) + 20 * sin(2 * pi * x)) * 2 / 3
    north_m = (-100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + waves
               + (20 * sin(pi * y) + 40 * sin(pi * y / 3)) * 2 / 3
               + (160 * sin(pi * y / 12) + 320 * sin(pi * y / 30)) * 2 / 3)
    east_m = (300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + waves
              + (20 * sin(pi * x) + 40 * sin(pi * x / 3)) * 2 / 3
              + (150 * sin(pi * x / 12) + 300 * sin(pi * x / 30)) * 2 / 3)
    phi = lat * pi / 180
    m = 1 - ECCENTRICITY_SQUARED * sin(phi) ** 2
    meridian_m = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / m ** 1.5
    parallel_m = SEMI_MAJOR_AXIS_M * cos(phi) / sqrt(m)
    return lon + east_m * 180 / (pi * parallel_m), lat + north_m * 180 / (pi * meridian_m)


def to_wgs84(lon, lat):
    """The inverse has no formula: guess, see where the guess lands, correct. Five rounds reach 1e-9 degrees."""
    guess_lon, guess_lat = lon, lat
    for _ in range(20):
        there_lon, there_lat = from_wgs84(guess_lon, guess_lat)
        off_lon, off_lat = there_lon - lon, there_lat - lat
        guess_lon, guess_lat = guess_lon - off_lon, guess_lat - off_lat
        if max(abs(off_lon), abs(off_lat)) < 1e-12:
            return guess_lon, guess_lat
    raise ValueError(f"GCJ-02 of {lon}, {lat} does not settle")


def _check():
    """The two known points of the recipe: a change of the formulas must not go unseen."""
    for there, expected in ((from_wgs84(101.55, 26.6), (101.551457, 26.596312)),
                            (to_wgs84(101.630619, 26.597781), (101.629197, 26.601499))):
        assert max(abs(a - b) for a, b in zip(there, expected)) < 1e-6, (there, expected)


_check()
