"""Finds where lines that should only meet in common points cross, touch or overlap."""

from collections import defaultdict

from maker.planar import cross

CELL_DEGREES = 0.01


def first_crossing(lines):
    """Two sides that have more in common than an end of both, as ((a, b), (c, d)); None when there are none. Each
    line is a list of points in degrees."""
    cells = defaultdict(list)
    for line in lines:
        for a, b in zip(line, line[1:]):
            for cell in _cells(a, b):
                for c, d in cells[cell]:
                    if _conflict(a, b, c, d):
                        return (a, b), (c, d)
                cells[cell].append((a, b))
    return None


def _cells(a, b):
    xs = sorted(int(p[0] // CELL_DEGREES) for p in (a, b))
    ys = sorted(int(p[1] // CELL_DEGREES) for p in (a, b))
    return [(x, y) for x in range(xs[0], xs[1] + 1) for y in range(ys[0], ys[1] + 1)]


def _conflict(a, b, c, d):
    common = {a, b} & {c, d}
    if len(common) == 2:
        return True
    if common:
        shared = common.pop()
        p = b if a == shared else a
        q = d if c == shared else c
        return _lies_on(p, c, d) or _lies_on(q, a, b)
    if any((_lies_on(a, c, d), _lies_on(b, c, d), _lies_on(c, a, b), _lies_on(d, a, b))):
        return True
    return (cross(a, b, c) > 0) != (cross(a, b, d) > 0) and (cross(c, d, a) > 0) != (cross(c, d, b) > 0)


def _lies_on(p, a, b):
    return cross(a, b, p) == 0 and min(a[0], b[0]) <= p[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= p[1] <= max(a[1], b[1])
