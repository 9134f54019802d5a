#include "print/canvas.hpp"

#include <algorithm>

namespace jinsha::print {

PagePath PagePath::polygon(std::span<const PagePoint> corners) {
    PagePath path;
    path.points.assign(corners.begin(), corners.end());
    path.is_closed = true;
    path.end_part();
    return path;
}

PagePath PagePath::rect(const PageRect& r) {
    const PagePoint corners[]{
        {r.left, r.top}, {r.right(), r.top}, {r.right(), r.bottom()}, {r.left, r.bottom()}};
    return polygon(corners);
}

PagePath PagePath::line(PagePoint from, PagePoint to) {
    PagePath path;
    path.points = {from, to};
    path.end_part();
    return path;
}

void Canvas::add_fault(const std::string& reason) {
    if (std::ranges::find(faults_, reason) == faults_.end()) faults_.push_back(reason);
}

}  // namespace jinsha::print
