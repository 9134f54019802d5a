"""Simplifying and rounding of lines in a plane measured in metres. A closed line repeats its first point at the
end."""

from math import hypot, sqrt


def distance_to_segment(p, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    length_squared = dx * dx + dy * dy
    if length_squared == 0:
        return hypot(p[0] - a[0], p[1] - a[1])
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length_squared))
    return hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)


def douglas_peucker(line, tolerance_m):
    """The ends stay (Douglas and Peucker 1973)."""
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, distance = first, tolerance_m
        for i in range(first + 1, last):
            d = distance_to_segment(line[i], line[first], line[last])
            if d > distance:
                farthest, distance = i, d
        if farthest != first:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [line[i] for i in sorted(kept)]


def douglas_peucker_loop(loop, tolerance_m):
    """A loop has no ends: it is cut where it is farthest from its first point."""
    start = loop[0]
    middle = max(range(len(loop)), key=lambda i: (hypot(loop[i][0] - start[0], loop[i][1] - start[1]), -i))
    return (douglas_peucker(loop[:middle + 1], tolerance_m)[:-1]
            + douglas_peucker(loop[middle:], tolerance_m))


def chaikin(line):
    """One round of corner cutting (Chaikin 1974); the ends stay."""
    rounded = [line[0]]
    for a, b in zip(line, line[1:]):
        rounded.append((0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]))
        rounded.append((0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1]))
    if len(line) > 2:
        del rounded[1], rounded[-1]  # on the first and the last side, where nothing is cut beyond them
    rounded.append(line[-1])
    return rounded


def chaikin_loop(loop):
    rounded = []
    for a, b in zip(loop, loop[1:]):
        rounded.append((0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]))
        rounded.append((0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1]))
    return rounded + rounded[:1]


def through(line, steps):
    """A smooth curve through all points of a line, `steps` points for each side: centripetal Catmull-Rom, which makes
    no loops and hardly overshoots (Yuksel, Schaefer and Keyser 2009; the pyramid of Barry and Goldman 1988)."""
    before = tuple(2 * a - b for a, b in zip(line[0], line[1]))
    after = tuple(2 * a - b for a, b in zip(line[-1], line[-2]))
    points = [before, *line, after]
    curve = []
    for i in range(1, len(points) - 2):
        curve += [_catmull_rom(points[i - 1:i + 3], step / steps) for step in range(steps)]
    return curve + [line[-1]]


def _catmull_rom(p, u):
    knots = [0.0]
    for a, b in zip(p, p[1:]):
        knots.append(knots[-1] + sqrt(hypot(b[0] - a[0], b[1] - a[1])))
    t = knots[1] + u * (knots[2] - knots[1])

    def between(a, b, i, j):
        w = (t - knots[i]) / (knots[j] - knots[i])
        return a[0] + w * (b[0] - a[0]), a[1] + w * (b[1] - a[1])

    level = [between(p[i], p[i + 1], i, i + 1) for i in range(3)]
    level = [between(level[i], level[i + 1], i, i + 2) for i in range(2)]
    return between(level[0], level[1], 1, 2)


def smooth(line, coarse_m, fine_m):
    """Takes the stairs out of a line: coarse simplification, two rounds of corner cutting, fine simplification. A
    closed line is smoothed as a loop, and kept as it is when too little of it would be left."""
    if line[0] != line[-1]:
        return douglas_peucker(chaikin(chaikin(douglas_peucker(line, coarse_m))), fine_m)
    coarse = douglas_peucker_loop(line, coarse_m)
    if len(coarse) - 1 < 4:
        coarse = line
    return douglas_peucker_loop(chaikin_loop(chaikin_loop(coarse)), fine_m)
