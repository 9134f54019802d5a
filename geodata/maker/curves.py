"""Simplifying and rounding of lines in a plane measured in metres. A closed line repeats its first point at the
end."""

from math import hypot


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


def smooth(line, coarse_m, fine_m):
    """Takes the stairs out of a line: coarse simplification, two rounds of corner cutting, fine simplification. A
    closed line is smoothed as a loop, and kept as it is when too little of it would be left."""
    if line[0] != line[-1]:
        return douglas_peucker(chaikin(chaikin(douglas_peucker(line, coarse_m))), fine_m)
    coarse = douglas_peucker_loop(line, coarse_m)
    if len(coarse) - 1 < 4:
        coarse = line
    return douglas_peucker_loop(chaikin_loop(chaikin_loop(coarse)), fine_m)
