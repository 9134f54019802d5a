"""A planar graph on an integer grid, and its faces. All exact: no tolerance anywhere.

Vertices are pairs of integers. An edge is a pair of vertices, smaller first; a dart is one of its two directions
and has the face on its left.
"""

from collections import defaultdict
from functools import cmp_to_key
from math import gcd


def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def edges_of(rings):
    """The sides of the rings, each once whatever its direction, cut where another ring's vertex lies on them."""
    vertices = {p for ring in rings for p in ring}
    edges = set()
    for ring in rings:
        for a, b in zip(ring, ring[1:]):
            stops = _vertices_on(a, b, vertices)
            edges.update((min(p, q), max(p, q)) for p, q in zip(stops, stops[1:]))
    return edges


def _vertices_on(a, b, vertices):
    steps = gcd(b[0] - a[0], b[1] - a[1])
    dx, dy = (b[0] - a[0]) // steps, (b[1] - a[1]) // steps
    points = [(a[0] + i * dx, a[1] + i * dy) for i in range(steps + 1)]
    return [p for p in points if p in vertices]


def neighbours_by_angle(edges):
    """For each vertex its neighbours, counter-clockwise, starting from the east."""
    around = defaultdict(list)
    for a, b in sorted(edges):
        around[a].append(b)
        around[b].append(a)
    for vertex, others in around.items():
        others.sort(key=cmp_to_key(lambda p, q, o=vertex: _compare_angle(o, p, q)))
    return around


def _compare_angle(o, p, q):
    half_p, half_q = _half(o, p), _half(o, q)
    return half_p - half_q if half_p != half_q else -cross(o, p, q)


def _half(o, p):
    return 0 if (p[1] - o[1], p[0] - o[0]) > (0, 0) else 1


def cycles(around):
    """Every dart once, in closed walks that keep their face on the left: [a, b, c] stands for a→b→c→a."""
    before = {}  # dart into a vertex -> dart out of it, the next on the left
    for vertex, others in around.items():
        for i, other in enumerate(others):
            before[other, vertex] = (vertex, others[i - 1])
    walks, seen = [], set()
    for start in sorted(before):
        if start in seen:
            continue
        walk, dart = [], start
        while dart not in seen:
            seen.add(dart)
            walk.append(dart[0])
            dart = before[dart]
        walks.append(walk)
    return walks


def doubled_area(walk):
    """Twice the signed area, positive when the walk runs counter-clockwise."""
    return sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(walk, walk[1:] + walk[:1]))


def darts_of(walk):
    return list(zip(walk, walk[1:] + walk[:1]))


def winding(ring, x, y):
    """How often the closed ring runs round the point, counter-clockwise positive. Not for points on the ring."""
    turns = 0
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay <= y) == (by <= y):
            continue
        to_the_right = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if by > ay and to_the_right > 0:
            turns += 1
        elif by < ay and to_the_right < 0:
            turns -= 1
    return turns


class Faces:
    """The faces of a planar graph. Face 0 is all that lies outside; of the others each has one outer walk and any
    number of inner ones around what lies on it."""

    def __init__(self, edges):
        self.walks = [[]]  # by face: its walks, the outer one first
        inner = []
        for walk in cycles(neighbours_by_angle(edges)):
            if doubled_area(walk) > 0:
                self.walks.append([walk])
            else:
                inner.append(walk)
        outer = [walks[0] + walks[0][:1] for walks in self.walks[1:]]
        areas = [doubled_area(walks[0]) for walks in self.walks[1:]]
        for walk in inner:
            self.walks[self._face_around(walk, outer, areas)].append(walk)
        self.face_left_of = {dart: i for i, walks in enumerate(self.walks) for walk in walks
                             for dart in darts_of(walk)}

    @staticmethod
    def _face_around(walk, outer, areas):
        """The smallest face that holds the walk of another component; 0 when none does."""
        own = set(walk)
        best, best_area = 0, None
        for i, (ring, area) in enumerate(zip(outer, areas), 1):
            if own.isdisjoint(ring) and winding(ring, *walk[0]) and (best_area is None or area < best_area):
                best, best_area = i, area
        return best

    def inner_point(self, face):
        """A point of the face (not 0): just left of the middle of its first outer dart. Vertices are a whole unit
        apart and edges meet only in vertices, so nothing else is as near."""
        (ax, ay), (bx, by) = self.walks[face][0][:2]
        near = 1e-6 / max(abs(bx - ax), abs(by - ay))
        return (ax + bx) / 2 - (by - ay) * near, (ay + by) / 2 + (bx - ax) * near

    def edges_between(self):
        """(edge, face on its left when walked from its smaller end, face on the other side)."""
        return [((a, b), face, self.face_left_of[b, a])
                for (a, b), face in sorted(self.face_left_of.items()) if a < b]
