#include "print/page_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::print {

namespace {

using Legend = map::PageFurniture::Legend;
using Grid = map::PageFurniture::Grid;

// At type scale 1.
constexpr double kTitleSize = px_of_pt(18), kSubtitleSize = px_of_pt(10), kFootSize = px_of_pt(7);
constexpr double kGap = px_of_mm(5);         // between blocks
constexpr double kTitleGap = px_of_mm(1.2);  // between title and subtitle
constexpr double kNeatLineRoom = px_of_mm(0.5);
constexpr double kGridRoom = px_of_mm(5.2);  // ticks and labels on each side
constexpr double kScaleBarWidth = px_of_mm(52), kScaleBarHeight = px_of_mm(11);
constexpr double kArrowWidth = px_of_mm(10), kArrowHeight = px_of_mm(17);

constexpr double kMargin_mm = 10;
constexpr double kLargestMarginShare = 0.04;               // of the shorter side
constexpr double kBesideShare = 0.32, kUnderShare = 0.34;  // of the page, at most, for the legend

/// What of the page is still free. Blocks are taken off its edges.
struct Room {
    PageRect rect;

    PageRect take_top(double height, double gap) {
        const PageRect taken{rect.left, rect.top, rect.width, height};
        rect.top += height + gap;
        rect.height -= height + gap;
        return taken;
    }
    PageRect take_bottom(double height, double gap) {
        const PageRect taken{rect.left, rect.bottom() - height, rect.width, height};
        rect.height -= height + gap;
        return taken;
    }
    PageRect take_right(double width, double gap) {
        const PageRect taken{rect.right() - width, rect.top, width, rect.height};
        rect.width -= width + gap;
        return taken;
    }
};

class LayoutMaker {
public:
    LayoutMaker(const PageRequest& request, const scene::Legend& legend, const std::string& foot,
                const text::FontSet& fonts)
        : request_{request}, on_{request.furniture}, legend_{legend}, foot_{foot}, fonts_{fonts} {}

    PageLayout make() && {
        layout_.page = request_.size;
        layout_.type_scale = scale_ = type_scale_of(request_.size);
        room_.rect = {0, 0, request_.size.width, request_.size.height};
        if (on_ == map::PageFurniture::none()) {
            layout_.map = layout_.map_surround = room_.rect;
            return std::move(layout_);
        }
        const double shorter = std::min(request_.size.width, request_.size.height);
        room_.rect = room_.rect.grown(-std::min(px_of_mm(kMargin_mm), shorter * kLargestMarginShare));
        place_titles();
        place_foot();
        place_legend_and_signs();
        place_map();
        return std::move(layout_);
    }

private:
    [[nodiscard]] double scaled(double length) const noexcept { return length * scale_; }

    void place_titles() {
        const auto& [title, subtitle] = std::tie(request_.texts.title, request_.texts.subtitle);
        const bool has_title = on_.title && !title.empty();
        const bool has_subtitle = on_.subtitle && !subtitle.empty();
        if (has_title) {
            const TypeStyle style{scaled(kTitleSize), text::FontWeight::Bold};
            TextBlock block = fit_text(fonts_, title, style, room_.rect.width);
            const double gap = has_subtitle ? scaled(kTitleGap) : scaled(kGap) * 0.7;
            const PageRect place = room_.take_top(block.box.height, gap);
            layout_.title = moved(std::move(block), place.left, place.top);
        }
        if (has_subtitle) {
            TextBlock block = set_text(fonts_, subtitle, {scaled(kSubtitleSize)}, room_.rect.width);
            const PageRect place = room_.take_top(block.box.height, scaled(kGap) * 0.7);
            layout_.subtitle = moved(std::move(block), place.left, place.top);
        }
    }

    void place_foot() {
        const TypeStyle style{scaled(kFootSize)};
        std::optional<TextBlock> number;
        if (on_.page_number && request_.texts.page > 0) {
            number =
                set_text(fonts_,
                         fmt::format(fmt::runtime(request_.words.page), fmt::arg("page", request_.texts.page),
                                     fmt::arg("count", request_.texts.page_count)),
                         style, 0);
        }
        const double number_width = number ? number->box.width + scaled(kGap) : 0;
        std::optional<TextBlock> foot;
        if (!foot_.empty()) foot = set_text(fonts_, foot_, style, room_.rect.width - number_width);
        if (!foot && !number) return;
        const double height = std::max(foot ? foot->box.height : 0, number ? number->box.height : 0);
        const PageRect place = room_.take_bottom(height, scaled(kGap) * 0.6);
        if (foot) layout_.foot = moved(std::move(*foot), place.left, place.top);
        if (number) {
            const double left = place.right() - number->box.width;
            layout_.page_number = moved(std::move(*number), left, place.top);
        }
    }

    [[nodiscard]] bool is_beside() const {
        if (on_.legend == Legend::Beside) return true;
        return on_.legend == Legend::Auto && room_.rect.width > room_.rect.height;
    }

    [[nodiscard]] LegendText legend_text() const {
        LegendText text{request_.words.legend_title, "", on_.legend_counts};
        if (legend_.estimated_count > 0) {
            text.note = fmt::format(fmt::runtime(request_.words.estimated),
                                    fmt::arg("estimated", legend_.estimated_count),
                                    fmt::arg("total", legend_.project_count));
        }
        return text;
    }

    /// Room round the map for ticks and labels, or the neat line alone.
    [[nodiscard]] double map_surround() const {
        if (on_.grid != Grid::None) return scaled(kGridRoom);
        return on_.neat_line ? scaled(kNeatLineRoom) : 0;
    }

    /// How wide the scale bar and the north arrow are, side by side.
    [[nodiscard]] double signs_width() const {
        const double arrow = on_.north_arrow ? scaled(kArrowWidth) : 0;
        const double bar = on_.scale_bar ? scaled(kScaleBarWidth) : 0;
        return arrow + bar + (arrow > 0 && bar > 0 ? scaled(kGap) / 2 : 0);
    }
    [[nodiscard]] double signs_height() const {
        return std::max(on_.north_arrow ? scaled(kArrowHeight) : 0.0,
                        on_.scale_bar ? scaled(kScaleBarHeight) : 0.0);
    }

    /// The two in one row whose lower right corner is given.
    void place_signs(double right, double bottom) {
        if (on_.scale_bar) {
            layout_.scale_bar = {right - signs_width(), bottom - scaled(kScaleBarHeight),
                                 scaled(kScaleBarWidth), scaled(kScaleBarHeight)};
        }
        if (on_.north_arrow) {
            layout_.north_arrow = {right - scaled(kArrowWidth), bottom - scaled(kArrowHeight),
                                   scaled(kArrowWidth), scaled(kArrowHeight)};
        }
    }

    void place_legend_and_signs() {
        const bool has_legend = on_.legend != Legend::None && !legend_.is_empty();
        if (has_legend && is_beside()) return place_beside();
        place_under(has_legend);
    }

    /// A column at the right: the legend at its top, the signs at its foot, both in line with the map.
    void place_beside() {
        const double around = map_surround();
        const double signs = signs_height() > 0 ? signs_height() + scaled(kGap) : 0;
        const LegendRoom free{std::max(request_.size.width * kBesideShare, signs_width()),
                              room_.rect.height - signs - 2 * around, scale_, false};
        layout_.legend = set_legend(legend_, legend_text(), free, fonts_);
        const double width = std::max(layout_.legend.size.width, signs_width());
        const PageRect column = room_.take_right(width, scaled(kGap));
        layout_.legend_place = {column.left, column.top + around, layout_.legend.size.width,
                                layout_.legend.size.height};
        place_signs(column.left + signs_width(), column.bottom() - around);
    }

    /// A band under the map: the legend at its left, the signs at its right.
    void place_under(bool has_legend) {
        double height = signs_height();
        if (has_legend) {
            const double signs = signs_width() > 0 ? signs_width() + scaled(kGap) : 0;
            const LegendRoom free{room_.rect.width - signs, request_.size.height * kUnderShare, scale_, true};
            layout_.legend = set_legend(legend_, legend_text(), free, fonts_);
            height = std::max(height, layout_.legend.size.height);
        }
        if (height <= 0) return;
        const PageRect band = room_.take_bottom(height, scaled(kGap) * 0.8);
        layout_.legend_place = {band.left, band.top, layout_.legend.size.width, layout_.legend.size.height};
        place_signs(band.right(), has_legend ? band.top + signs_height() : band.bottom());
    }

    void place_map() {
        layout_.map_surround = room_.rect;
        const double around = map_surround();
        const PageRect inner = room_.rect.grown(-around);
        const double left = std::ceil(inner.left), top = std::ceil(inner.top);
        layout_.map = {left, top, std::max(1.0, std::floor(inner.right()) - left),
                       std::max(1.0, std::floor(inner.bottom()) - top)};
    }

    const PageRequest& request_;
    const map::PageFurniture& on_;
    const scene::Legend& legend_;
    const std::string& foot_;
    const text::FontSet& fonts_;
    double scale_{1};
    Room room_;
    PageLayout layout_;
};

}  // namespace

double type_scale_of(PageSize page) noexcept {
    const double a3_diagonal = std::hypot(px_of_mm(297), px_of_mm(420));
    return std::clamp(std::sqrt(std::hypot(page.width, page.height) / a3_diagonal), 0.5, 1.6);
}

std::vector<PageRect> PageLayout::boxes() const {
    std::vector<PageRect> all{map_surround, legend_place, scale_bar, north_arrow};
    for (const auto* text : {&title, &subtitle, &foot, &page_number}) {
        if (*text) all.push_back((*text)->box);
    }
    std::erase_if(all, [](const PageRect& rect) { return rect.is_empty(); });
    return all;
}

PageLayout lay_out_page(const PageRequest& request, const scene::Legend& legend, const std::string& foot,
                        const text::FontSet& fonts) {
    return LayoutMaker{request, legend, foot, fonts}.make();
}

}  // namespace jinsha::print
