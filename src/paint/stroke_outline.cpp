#include "paint/stroke_outline.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::paint {

namespace {

using scene::SubPixelPoint;

constexpr double kThinPx = 1.5;  // no join of so thin a line can be told from another

agg::line_cap_e agg_cap(style::LineCap cap) {
    switch (cap) {
        case style::LineCap::Round:
            return agg::round_cap;
        case style::LineCap::Square:
            return agg::square_cap;
        case style::LineCap::Butt:
            break;
    }
    return agg::butt_cap;
}

agg::line_join_e agg_join(style::LineJoin join) {
    switch (join) {
        case style::LineJoin::Round:
            return agg::round_join;
        case style::LineJoin::Bevel:
            return agg::bevel_join;
        case style::LineJoin::Miter:
            break;
    }
    return agg::miter_join_revert;  // beyond its limit a miter becomes a bevel, as the specification says
}

/// From `origin`, in pixels.
agg::vertex_dist relative(SubPixelPoint p, SubPixelPoint origin) {
    return {(p.x - origin.x) / double{scene::kSubPixels}, (p.y - origin.y) / double{scene::kSubPixels}};
}

}  // namespace

void StrokeOutline::set_shape(const StrokeShape& shape) {
    width_px_ = shape.width;
    math_.width(shape.width);
    math_.line_cap(agg_cap(shape.cap));
    math_.line_join(agg_join(shape.join));
    math_.miter_limit(shape.miter_limit);
    // On the inner side of a sharp bend the outline goes through the corner itself: a bevel there would make
    // a loop of the other orientation, which takes coverage away from what it crosses.
    math_.inner_join(agg::inner_jag);
}

void StrokeOutline::take(std::span<const SubPixelPoint> line, bool closed) {
    vertices_.clear();
    for (const SubPixelPoint& p : line) {
        if (!vertices_.empty()) {
            if (vertices_.back().at == p) continue;
            vertices_.back().to_next_px = scene::distance_px(vertices_.back().at, p);
        }
        vertices_.push_back({p, 0});
    }
    if (closed && vertices_.size() > 1 && vertices_.back().at == vertices_.front().at) vertices_.pop_back();
}

void StrokeOutline::add_line(std::span<const SubPixelPoint> line, bool closed, Coverage& coverage) {
    take(line, closed);
    const std::size_t count = vertices_.size();
    if (count < 2) return;
    const auto& v = vertices_;
    if (width_px_ <= kThinPx) return add_thin_line(closed && count > 2, coverage);
    if (closed && count > 2) {
        for (std::size_t i = 0; i < count; ++i) {
            const Vertex& before = v[(i + count - 1) % count];
            add_join(before, v[i], v[(i + 1) % count], before.to_next_px, v[i].to_next_px);
        }
        end_outline(coverage);
        for (std::size_t i = count; i-- > 0;) {
            const Vertex& before = v[(i + count - 1) % count];
            add_join(v[(i + 1) % count], v[i], before, v[i].to_next_px, before.to_next_px);
        }
        end_outline(coverage);
        return;
    }
    add_cap(v[0], v[1], v[0].to_next_px);
    for (std::size_t i = 1; i + 1 < count; ++i) {
        add_join(v[i - 1], v[i], v[i + 1], v[i - 1].to_next_px, v[i].to_next_px);
    }
    add_cap(v[count - 1], v[count - 2], v[count - 2].to_next_px);
    for (std::size_t i = count - 1; i-- > 1;) {
        add_join(v[i + 1], v[i], v[i - 1], v[i].to_next_px, v[i - 1].to_next_px);
    }
    end_outline(coverage);
}

/// Both sides at once, with one point a side at almost every corner: half of what AGG's joins need, and two
/// roots and two divisions fewer. Borders of parcels are of this kind, by the hundred thousand.
void StrokeOutline::add_thin_line(bool closed, Coverage& coverage) {
    left_.clear();
    right_.clear();
    const auto& v = vertices_;
    const std::size_t count = v.size();
    Side in = side(closed ? count - 1 : 0);
    for (std::size_t i = closed ? 0 : 1; i < (closed ? count : count - 1); ++i) {
        const Side out = side(i);
        add_thin_join(v[i].at, in, out);
        in = out;
    }
    std::ranges::reverse(right_);
    if (closed) {
        coverage.add_ring(left_);
        coverage.add_ring(right_);
        return;
    }
    add_cap(v[0], v[1], v[0].to_next_px);
    outline_.insert(outline_.end(), left_.begin(), left_.end());
    add_cap(v[count - 1], v[count - 2], v[count - 2].to_next_px);
    outline_.insert(outline_.end(), right_.begin(), right_.end());
    end_outline(coverage);
}

StrokeOutline::Side StrokeOutline::side(std::size_t segment) const {
    const Vertex& from = vertices_[segment];
    const SubPixelPoint to = vertices_[segment + 1 == vertices_.size() ? 0 : segment + 1].at;
    const double scale = width_px_ / 2 / from.to_next_px;
    return {(from.at.y - to.y) * scale, (to.x - from.at.x) * scale, from.to_next_px};
}

void StrokeOutline::add_thin_join(SubPixelPoint at, const Side& in, const Side& out) {
    const auto moved = [&](double x, double y) {
        return SubPixelPoint{at.x + agg::iround(x), at.y + agg::iround(y)};
    };
    const double half_px = width_px_ / 2;
    const double square = half_px * half_px * scene::kSubPixels * scene::kSubPixels;
    const double cosine = (in.x * out.x + in.y * out.y) / square;
    const double sine = (in.x * out.y - in.y * out.x) / square;
    // The point where both moved sides meet lies (1 - cos) / sin of half a width along them.
    const double along_px = half_px * std::abs(sine) / (1 + cosine);
    if (cosine > -0.5 && along_px <= std::min(in.length_px, out.length_px)) {
        const double share = 1 / (1 + cosine);
        const double x = (in.x + out.x) * share, y = (in.y + out.y) * share;
        right_.push_back(moved(x, y));
        left_.push_back(moved(-x, -y));
        return;
    }
    // A bevel outside; inside through the corner itself, as in set_shape.
    const bool turns_right = sine > 0;
    auto& inner = turns_right ? right_ : left_;
    auto& outer = turns_right ? left_ : right_;
    const double sign = turns_right ? 1 : -1;
    inner.insert(inner.end(), {moved(in.x * sign, in.y * sign), at, moved(out.x * sign, out.y * sign)});
    outer.insert(outer.end(), {moved(-in.x * sign, -in.y * sign), moved(-out.x * sign, -out.y * sign)});
}

void StrokeOutline::add_cap(const Vertex& end, const Vertex& neighbour, double length_px) {
    math_.calc_cap(corner_, {0, 0}, relative(neighbour.at, end.at), length_px);
    move_corner_to_outline(end.at);
}

void StrokeOutline::add_join(const Vertex& before, const Vertex& corner, const Vertex& after,
                             double before_px, double after_px) {
    math_.calc_join(corner_, relative(before.at, corner.at), {0, 0}, relative(after.at, corner.at), before_px,
                    after_px);
    move_corner_to_outline(corner.at);
}

void StrokeOutline::move_corner_to_outline(SubPixelPoint at) {
    for (const Offset& p : corner_.points) {
        outline_.push_back(
            {at.x + agg::iround(p.x * scene::kSubPixels), at.y + agg::iround(p.y * scene::kSubPixels)});
    }
}

void StrokeOutline::end_outline(Coverage& coverage) {
    coverage.add_ring(outline_);
    outline_.clear();
}

}  // namespace jinsha::paint
