"""The county-level units of Panzhihua from the boundary package's file: on its grid, cleaned, in WGS 84, smoothed,
with borders that stay shared.

The file is in GCJ-02, rounded to 1/1024 degree with all values half a step too far north-east.
"""

from collections import defaultdict
from math import hypot

from maker import curves, gcj02, geodesy, planar

STEPS_PER_DEGREE = 1024
SLIVER_KM2 = 0.05
DISTRICT_SLIVER_KM2 = 0.2
COARSE_M, FINE_M = 80, 8
DECIMALS = 6


def read_units(collection):
    """Name of each unit and its rings on the grid: integer, closed, without repeats."""
    units = {}
    for feature in collection["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        units[feature["properties"]["name"]] = [_on_grid(ring) for polygon in polygons for ring in polygon]
    return units


def _on_grid(ring):
    points = []
    for lon, lat in ring:
        point = (round(lon * STEPS_PER_DEGREE), round(lat * STEPS_PER_DEGREE))
        if not points or point != points[-1]:
            points.append(point)
    assert points[0] == points[-1], "ring is not closed"
    return points


class LabelledFaces:
    """The faces that the units' borders cut the plane into, and the unit of each: None where there is none."""

    def __init__(self, units):
        self.faces = planar.Faces(planar.edges_of([ring for rings in units.values() for ring in rings]))
        self.unit_of = [None] + [self._unit_at(units, self.faces.inner_point(face))
                                 for face in range(1, len(self.faces.walks))]
        self.area_km2 = [0] + [sum(geodesy.ring_area_m2(_degrees(walk + walk[:1])) for walk in walks) / 1e6
                               for walks in self.faces.walks[1:]]
        self.border_m = defaultdict(float)  # by (face, face): length of their common border
        for (a, b), left, right in self.faces.edges_between():
            if left != right:
                self.border_m[left, right] += _length_m(a, b)
                self.border_m[right, left] += _length_m(a, b)

    @staticmethod
    def _unit_at(units, point):
        holders = [name for name, rings in units.items() if any(planar.winding(ring, *point) for ring in rings)]
        assert len(holders) <= 1, f"units overlap: {holders}"
        return holders[0] if holders else None

    def groups(self):
        """Neighbouring faces of one unit together, as sets; the outside is no part of any."""
        group_of = {}
        for face in range(1, len(self.unit_of)):
            if face in group_of:
                continue
            group, waiting = set(), [face]
            while waiting:
                one = waiting.pop()
                if one in group:
                    continue
                group.add(one)
                waiting += [b for a, b in self.border_m if a == one and b and self.unit_of[b] == self.unit_of[one]]
            group_of.update(dict.fromkeys(group, group))
        return [group for face, group in group_of.items() if face == min(group)]

    def neighbours(self, group):
        """Length of the common border with each unit around the group."""
        lengths = defaultdict(float)
        for (a, b), length in sorted(self.border_m.items()):
            if a in group and b not in group:
                lengths[self.unit_of[b]] += length
        return lengths

    def give_away_slivers(self, district):
        """Small groups go to the unit with the longest common border, the smallest first. For `district`, which the
        map is about, the measure is larger: its small exclaves and the small holes in it would be read as dirt.
        Returns what was done, a line for each."""
        report = []
        while True:
            slivers = [group for group in self.groups() if self._is_sliver(group, district)]
            if not slivers:
                return report
            group = min(slivers, key=lambda g: (self._group_km2(g), min(g)))
            around = {unit: length for unit, length in self.neighbours(group).items() if unit is not None}
            receiver = max(sorted(around), key=around.get)
            report.append(f"{self._group_km2(group):.3f} km² of {self.unit_of[min(group)]} to {receiver}")
            for face in group:
                self.unit_of[face] = receiver

    def _group_km2(self, group):
        return sum(self.area_km2[face] for face in sorted(group))

    def _is_sliver(self, group, district):
        area = self._group_km2(group)
        if area < SLIVER_KM2:
            return True
        around = self.neighbours(group)
        concerns_district = self.unit_of[min(group)] == district or set(around) == {district}
        return concerns_district and area < DISTRICT_SLIVER_KM2

    def borders(self):
        """The edges between different units, as darts: (a, b, unit on the left, unit on the right)."""
        found = []
        for (a, b), left, right in self.faces.edges_between():
            if self.unit_of[left] != self.unit_of[right]:
                found.append((a, b, self.unit_of[left], self.unit_of[right]))
        return found


def _degrees(grid_points):
    return [(x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE) for x, y in grid_points]


def _length_m(a, b):
    east, north = geodesy.metres_per_degree((a[1] + b[1]) / 2 / STEPS_PER_DEGREE)
    return hypot((b[0] - a[0]) / STEPS_PER_DEGREE * east, (b[1] - a[1]) / STEPS_PER_DEGREE * north)


def arcs_of(borders):
    """The borders cut where more than two meet. Each arc: (grid points, unit on its left, unit on its right); closed
    when it meets no other."""
    sides = {}
    around = defaultdict(list)
    for a, b, left, right in borders:
        sides[a, b], sides[b, a] = (left, right), (right, left)
        around[a].append(b)
        around[b].append(a)
    nodes = sorted(p for p, others in around.items() if len(others) != 2)
    arcs, used = [], set()

    def follow(a, b):
        line = [a, b]
        used.update([(a, b), (b, a)])
        while len(around[line[-1]]) == 2 and line[-1] != line[0]:
            p, q = around[line[-1]]
            line.append(q if p == line[-2] else p)
            used.update([(line[-2], line[-1]), (line[-1], line[-2])])
        arcs.append((line, *sides[a, b]))

    for node in nodes:
        for other in sorted(around[node]):
            if (node, other) not in used:
                follow(node, other)
    for a, b in sorted(sides):
        if (a, b) not in used:
            follow(a, b)
    return arcs


def to_wgs84(grid_point):
    half_step = 0.5 / STEPS_PER_DEGREE
    return gcj02.to_wgs84(grid_point[0] / STEPS_PER_DEGREE - half_step, grid_point[1] / STEPS_PER_DEGREE - half_step)


def smoothed(grid_line):
    """The arc in WGS 84, smoothed in metres, rounded to what is written."""
    line = [to_wgs84(p) for p in grid_line]
    east, north = geodesy.metres_per_degree(sum(lat for _, lat in line) / len(line))
    lon0, lat0 = line[0]
    plane = [((lon - lon0) * east, (lat - lat0) * north) for lon, lat in line]
    if grid_line[0] == grid_line[-1]:
        plane[-1] = plane[0]
    return [(round(lon0 + x / east, DECIMALS), round(lat0 + y / north, DECIMALS))
            for x, y in curves.smooth(plane, COARSE_M, FINE_M)]


def polygons_of(unit, arcs):
    """The unit's polygons, largest first: each an exterior ring, counter-clockwise, and its holes, clockwise. The
    arcs are in WGS 84."""
    rings = _rings(unit, arcs)
    exteriors = sorted((r for r in rings if geodesy.ring_area_m2(r) > 0), key=geodesy.ring_area_m2, reverse=True)
    polygons = [[ring] for ring in exteriors]
    for hole in sorted((r for r in rings if geodesy.ring_area_m2(r) < 0), key=geodesy.ring_area_m2):
        holder = [p for p in polygons if _holds(p[0], hole)][-1]  # the smallest, as the largest come first
        holder.append(hole)
    return polygons


def _holds(exterior, hole):
    return any(planar.winding(exterior, *p) for p in hole if p not in exterior)


def _rings(unit, arcs):
    """Arcs with the unit on their left, end to end. Where several leave a node, the one nearest on the left is taken,
    so that rings may touch there but never cross."""
    directed = [line for line, left, _ in arcs if left == unit]
    directed += [line[::-1] for line, _, right in arcs if right == unit]
    leaving = defaultdict(list)
    for line in directed:
        leaving[line[0]].append(line)
    rings, used = [], set()
    for line in directed:
        if id(line) in used:
            continue
        ring = [line[0]]
        while id(line) not in used:
            used.add(id(line))
            ring += line[1:]
            line = _next_on_the_left(line, leaving[line[-1]])
        assert ring[0] == ring[-1], f"a ring of {unit} is open"
        rings.append(_from_its_least_point(ring))
    return rings


def _next_on_the_left(line, candidates):
    if len(candidates) == 1:
        return candidates[0]
    node, back = line[-1], line[-2]
    around = planar.neighbours_by_angle([(min(node, p), max(node, p)) for p in {back, *(c[1] for c in candidates)}])[node]
    at = around.index(back)
    order = around[at - 1::-1] + around[:at - 1:-1] if at else around[::-1]
    return next(c for p in order for c in candidates if c[1] == p)


def _from_its_least_point(ring):
    """A closed ring turned so that its bytes do not depend on where the walk began."""
    at = ring.index(min(ring))
    return ring[at:-1] + ring[:at + 1]
