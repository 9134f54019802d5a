#include "print/write_svg.hpp"

#include "print/furniture.hpp"
#include "print/map_vectors.hpp"
#include "print/svg_canvas.hpp"

namespace jinsha::print {

namespace {

std::string head_of(const PagePlan& plan, const std::string& title) {
    const PageSize page = plan.layout.page;
    constexpr double kMmPerPx = kMmPerInch / kPxPerInch;
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "version=\"1.1\" width=\"{:.3f}mm\" height=\"{:.3f}mm\" viewBox=\"0 0 {:.3f} {:.3f}\" "
        "font-family=\"'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif\">\n<title>{}</title>\n",
        page.width * kMmPerPx, page.height * kMmPerPx, page.width, page.height, escaped_xml(title));
}

}  // namespace

Result<std::vector<std::string>> write_svg(const PagePlan& plan, const std::string& title,
                                           const ByteSink& sink, const Progress& progress) {
    if (auto written = sink(head_of(plan, title)); !written) return tl::make_unexpected(written.error());
    SvgCanvas canvas{plan.map.fonts, *plan.map.icons};
    auto faults = draw_map_vectors(plan, canvas, progress.flag());
    if (progress.is_cancelled()) return fail_cancelled();
    if (plan.has_surround()) {
        draw_paper(plan, canvas);
        draw_furniture(plan, canvas);
    }
    if (auto written = sink(canvas.take() + "</svg>\n"); !written)
        return tl::make_unexpected(written.error());
    faults.insert(faults.end(), canvas.faults().begin(), canvas.faults().end());
    return faults;
}

}  // namespace jinsha::print
