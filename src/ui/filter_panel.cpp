#include "ui/filter_panel.hpp"

#include "ui/card_chips.hpp"
#include "ui/filter_model.hpp"
#include "ui/line_break.hpp"
#include "ui/parts.hpp"
#include "ui/segments.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kHeading = 28;
constexpr float kChoice = 26;
constexpr float kSegments = 32;
constexpr float kHintLine = 18;
constexpr float kSign = 20;
constexpr float kFooter = 40;
constexpr float kGap = 6;

Story story_of(const map::ProjectFilter& filter) {
    for (const Story story : {Story::PastYears, Story::NextYears}) {
        if (filter.phases == phases_of(story)) return story;
    }
    return Story::All;
}

std::array<std::string, 3> story_names(const Translations& tr) {
    return {std::string{tr("filter.all")}, std::string{tr("filter.past_years")},
            std::string{tr("filter.next_years")}};
}

void toggle(std::set<std::string>& chosen, const std::string& value) {
    if (chosen.erase(value) == 0) chosen.insert(value);
}

/// Draws the body of the panel.
class FilterBody {
public:
    FilterBody(Frame& frame, const FilterModel& model)
        : frame_{frame}, model_{model}, colors_{frame.canvas.colors()}, hints_{hints()} {}

    [[nodiscard]] float height() const {
        const auto rows = static_cast<float>(model_.themes.size() + model_.phases.size());
        const float story = model_.has_story ? frame_.px(kSegments + kGap) + hint_height() : 0;
        return story + 2 * frame_.px(kHeading) + rows * frame_.px(kChoice) + frame_.px(kFooter);
    }

    Commands draw(Point at, float width) {
        float y = at.y;
        if (model_.has_story) {
            draw_story({at.x, y, width, frame_.px(kSegments)});
            y += frame_.px(kSegments + kGap);
            y += draw_lines(frame_, TextStyle::Small, hints_, {at.x, y}, frame_.px(kHintLine),
                            colors_.secondary_text);
        }
        y += draw_choices(frame_.tr("filter.phases"), model_.phases, &map::ProjectFilter::phases, {at.x, y},
                          width);
        y += draw_choices(frame_.tr("filter.themes"), model_.themes, &map::ProjectFilter::themes, {at.x, y},
                          width);
        draw_footer({at.x, y, width, frame_.px(kFooter)});
        return std::move(commands_);
    }

private:
    [[nodiscard]] std::vector<std::string_view> hints() const {
        if (!model_.has_story) return {};
        return break_lines(frame_.canvas.metrics(), TextStyle::Small, frame_.tr("filter.story"),
                           frame_.px(kSidePanelWidth - 2 * kSidePanelPadding));
    }
    [[nodiscard]] float hint_height() const {
        return static_cast<float>(hints_.size()) * frame_.px(kHintLine);
    }

    void draw_story(const Rect& area) {
        const auto names = story_names(frame_.tr);
        const Story story = story_of(model_.filter);
        const auto pressed = segments(frame_, "story", area, names, static_cast<std::size_t>(story));
        if (!pressed) return;
        map::ProjectFilter filter = model_.filter;
        filter.phases = phases_of(static_cast<Story>(*pressed));
        commands_.emplace_back(FilterProjects{std::move(filter)});
    }

    float draw_choices(std::string_view title, const std::vector<FilterChoice>& choices,
                       std::set<std::string> map::ProjectFilter::*kind, Point at, float width) {
        frame_.canvas.text(TextStyle::Small, at.x, at.y + frame_.px(kHeading) * 0.6F, colors_.secondary_text,
                           title);
        float y = at.y + frame_.px(kHeading);
        for (const FilterChoice& choice : choices) {
            const Rect row{at.x - frame_.px(8), y, width + frame_.px(16), frame_.px(kChoice)};
            if (draw_choice(choice, row, kind == &map::ProjectFilter::themes)) {
                map::ProjectFilter filter = model_.filter;
                toggle(filter.*kind, choice.value);
                commands_.emplace_back(FilterProjects{std::move(filter)});
            }
            y = row.bottom();
        }
        return y - at.y;
    }

    bool draw_choice(const FilterChoice& choice, const Rect& row, bool is_theme) {
        const Press press = pressable(frame_, (is_theme ? "theme " : "phase ") + choice.value, row);
        if (choice.is_on) {
            frame_.canvas.fill(row, colors_.accent.with_alpha(0.12), frame_.px(Measures::kSmallRadius));
        }
        const float middle = row.center().y;
        const Point sign{row.left + frame_.px(8 + kSign / 2), middle};
        if (is_theme) {
            frame_.canvas.circle(sign, frame_.px(kSign) / 2,
                                 theme_color(choice.value).value_or(colors_.secondary_text));
            if (theme_color(choice.value)) {
                frame_.canvas.icon("theme-" + choice.value, sign, 13, rgb(0xFFFFFF));
            }
        } else {
            draw_phase_ring(frame_, choice.value, sign);
        }
        const bool is_there = choice.count > 0 || model_.is_counting;
        const Rgba ink = is_there ? colors_.text : colors_.secondary_text;
        float right = row.right() - frame_.px(10);
        if (!model_.is_counting) {
            right -= frame_.canvas.text_to_right(TextStyle::Body, right, middle,
                                                 choice.is_on ? colors_.accent : colors_.secondary_text,
                                                 std::to_string(choice.count));
        }
        if (choice.is_on) frame_.canvas.icon("check", {right - frame_.px(14), middle}, 14, colors_.accent);
        const float left = row.left + frame_.px(8 + kSign + 10);
        frame_.canvas.text(
            TextStyle::Body, left, middle, ink,
            frame_.canvas.metrics().shortened(TextStyle::Body, choice.label, right - frame_.px(28) - left));
        return press.is_clicked;
    }

    void draw_footer(const Rect& area) {
        const auto clear = frame_.tr("filter.clear");
        const float width = text_button_width(frame_, clear);
        const Rect button{area.right() - width + frame_.px(8), area.center().y - frame_.px(14), width,
                          frame_.px(28)};
        const bool is_filtered = !model_.filter.is_empty();
        if (is_filtered && text_button(frame_, "clear", clear, button))
            commands_.emplace_back(FilterProjects{});
        if (model_.is_counting) return;
        const std::string count = frame_.tr("filter.count", fmt::arg("shown", model_.shown_count),
                                            fmt::arg("all", model_.all_count));
        frame_.canvas.text(TextStyle::Small, area.left, area.center().y, colors_.secondary_text, count);
    }

    Frame& frame_;
    const FilterModel& model_;
    const Palette& colors_;
    std::vector<std::string_view> hints_;
    Commands commands_;
};

/// "未来五年 · 能源、交通"
std::string words_of(const Translations& tr, const FilterModel& model) {
    std::vector<std::string> words;
    if (!model.transformation.empty()) words.push_back(model.transformation);
    const auto chosen = [&](const std::vector<FilterChoice>& choices) {
        std::vector<std::string> labels;
        for (const FilterChoice& choice : choices) {
            if (choice.is_on) labels.push_back(choice.label);
        }
        return labels;
    };
    const Story story = model.has_story ? story_of(model.filter) : Story::All;
    if (story != Story::All) {
        words.push_back(story_names(tr)[static_cast<std::size_t>(story)]);
    } else if (const auto phases = chosen(model.phases); !phases.empty()) {
        words.push_back(fmt::format("{}", fmt::join(phases, tr("filter.and"))));
    }
    if (const auto themes = chosen(model.themes); !themes.empty()) {
        words.push_back(fmt::format("{}", fmt::join(themes, tr("filter.and"))));
    }
    return fmt::format("{}", fmt::join(words, " · "));
}

}  // namespace

Commands FilterPanel::draw(Frame& frame, const Model& model, const Rect& area) {
    FilterBody body{frame, *model.filter};
    const SidePanelScope scope{frame, "filter", frame.tr("filter.title"), area, body.height()};
    Commands commands = body.draw(scope.origin(), scope.width());
    if (scope.wants_close()) commands.emplace_back(ShowSidePanel{});
    return commands;
}

Commands draw_filter_note(Frame& frame, const Model& model, const Rect& area) {
    if (!model.filter || model.filter->filter.is_empty()) return {};
    const FilterModel& filter = *model.filter;
    const Palette& colors = frame.canvas.colors();
    const bool is_empty = !filter.is_counting && filter.shown_count == 0;
    const float side = frame.px(28);
    const float padding = frame.px(12);
    const std::string count = filter.is_counting ? std::string{}
                              : is_empty
                                  ? std::string{frame.tr("filter.nothing")}
                                  : frame.tr("filter.short_count", fmt::arg("shown", filter.shown_count),
                                             fmt::arg("all", filter.all_count));
    const auto clear = frame.tr("filter.clear");
    const float button = is_empty ? text_button_width(frame, clear) : side;
    const float fixed = padding + frame.px(22) + frame.px(10) + frame.width(TextStyle::Small, count) +
                        frame.px(4) + button + frame.px(4);
    const std::string words =
        frame.canvas.metrics().shortened(TextStyle::Body, words_of(frame.tr, filter), area.width - fixed);
    const float width = std::ceil(fixed + frame.width(TextStyle::Body, words));
    const Rect box{std::round(area.center().x - width / 2), area.top, width, frame.px(36)};
    const PanelScope scope{frame, "filter-note", box, floating(frame, true)};
    frame.canvas.panel(box);
    const float middle = box.center().y;
    frame.canvas.icon("filter", {box.left + padding + frame.px(8), middle}, 16, colors.accent);
    float x = box.left + padding + frame.px(22);
    x += frame.canvas.text(TextStyle::Body, x, middle, colors.text, words) + frame.px(10);
    frame.canvas.text(TextStyle::Small, x, middle, is_empty ? colors.warning : colors.secondary_text, count);
    const Rect close{box.right() - frame.px(4) - button, middle - side / 2, button, side};
    const bool is_cleared = is_empty ? text_button(frame, "clear", clear, close)
                                     : icon_button(frame, "clear", "close", close, std::nullopt,
                                                   action_tip(frame, model, "filter-clear"));
    return is_cleared ? Commands{FilterProjects{}} : Commands{};
}

}  // namespace jinsha::ui
