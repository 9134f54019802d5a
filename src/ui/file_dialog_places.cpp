#include "ui/file_dialog_parts.hpp"
#include "ui/parts.hpp"
#include "ui/text_field.hpp"

#include <algorithm>

namespace jinsha::ui {
namespace {

using Line = FileChoice::Line;

constexpr float kPadding = 8;
constexpr float kButton = 28;
constexpr float kChevron = 14;
constexpr float kLongestCrumb = 180;

std::string title_of(const Frame& frame, const Crumb& crumb) {
    if (!crumb.place) return crumb.label;
    return title_of(frame.tr, Place{*crumb.place, crumb.folder, crumb.label});
}

float crumb_width(const Frame& frame, const std::string& title) {
    return std::ceil(std::min(frame.width(TextStyle::Body, title), frame.px(kLongestCrumb))) +
           2 * frame.px(6);
}

/// The last crumbs that there is room for; what is before them is one click up.
void draw_crumbs(Frame& frame, FileChoice& choice, const Rect& area) {
    const auto crumbs = choice.crumbs();
    std::size_t first = crumbs.size();
    for (float room = area.width; first > 0; --first) {
        room -= crumb_width(frame, title_of(frame, crumbs[first - 1])) + frame.px(kChevron);
        if (room < 0 && first < crumbs.size()) break;
    }
    float x = area.left;
    for (std::size_t i = first; i < crumbs.size(); ++i) {
        const std::string title = title_of(frame, crumbs[i]);
        const Rect box{x, area.top, crumb_width(frame, title), area.height};
        const bool is_here = i + 1 == crumbs.size();
        if (pressable(frame, "crumb " + crumbs[i].folder.string(), box).is_clicked && !is_here) {
            choice.go_to(crumbs[i].folder);
        }
        const Palette& colors = frame.canvas.colors();
        frame.canvas.text_centered(
            TextStyle::Body, box.center(), is_here ? colors.text : colors.secondary_text,
            frame.canvas.metrics().shortened(TextStyle::Body, title, frame.px(kLongestCrumb)));
        x = box.right();
        if (is_here) break;
        frame.canvas.icon("chevron-right", {x + frame.px(kChevron) / 2, box.center().y}, 10,
                          colors.secondary_text);
        x += frame.px(kChevron);
    }
}

void draw_line(Frame& frame, FileChoice& choice, const Rect& area) {
    const bool is_path = choice.line() == Line::Path;
    const std::string_view hint = frame.tr(is_path ? "files.path_hint" : "files.folder_hint");
    if (text_field(frame, "line", area, choice.text(choice.line()), choice.question().empty(), hint)
            .is_changed) {
        choice.note_edit();
    }
}

}  // namespace

std::string icon_of(Place::Kind kind) {
    switch (kind) {
        case Place::Kind::Home:
            return "home";
        case Place::Kind::Desktop:
            return "desktop";
        case Place::Kind::Documents:
            return "document";
        case Place::Kind::Downloads:
            return "download";
        case Place::Kind::Volume:
            return "drive";
        case Place::Kind::RecentFile:
            return "clock";
        case Place::Kind::RecentFolder:
            break;
    }
    return "folder";
}

std::string title_of(const Translations& tr, const Place& place) {
    switch (place.kind) {
        case Place::Kind::Home:
            return std::string{tr("files.home")};
        case Place::Kind::Desktop:
            return std::string{tr("files.desktop")};
        case Place::Kind::Documents:
            return std::string{tr("files.documents")};
        case Place::Kind::Downloads:
            return std::string{tr("files.downloads")};
        case Place::Kind::Volume:
            return place.name;
        case Place::Kind::RecentFolder:
        case Place::Kind::RecentFile:
            break;
    }
    return place.path.has_filename() ? place.path.filename().string() : place.path.string();
}

void draw_file_path(Frame& frame, FileChoice& choice, const Rect& area) {
    const float side = frame.px(kButton);
    const float top = std::round(area.center().y - side / 2);
    const float gap = frame.px(kPadding);
    const Rect up{area.left + gap, top, side, side};
    if (icon_button(frame, "up", "arrow-up", up)) choice.go_up();
    const Rect hidden{area.right() - gap - side, top, side, side};
    const Rect folder{hidden.left - frame.px(4) - side, top, side, side};
    const bool shows_hidden = choice.rules().shows_hidden;
    if (icon_button(frame, "hidden", shows_hidden ? "eye" : "eye-off", hidden))
        choice.show_hidden(!shows_hidden);
    if (icon_button(frame, "new folder", "folder-new", folder)) choice.begin_new_folder();
    const Rect middle{up.right() + gap, top, folder.left - gap - up.right() - gap, side};
    const bool has_line = choice.line() == Line::Path || choice.line() == Line::NewFolder;
    has_line ? draw_line(frame, choice, middle) : draw_crumbs(frame, choice, middle);
}

void draw_file_places(Frame& frame, FileChoice& choice, const Rect& area) {
    const auto& places = choice.request().places;
    const float row = frame.px(Measures::kRow);
    const auto is_recent = [](const Place& place) {
        return place.kind == Place::Kind::RecentFolder || place.kind == Place::Kind::RecentFile;
    };
    const bool has_recent = std::ranges::any_of(places, is_recent);
    const float heading = has_recent ? row : 0;
    const float content = static_cast<float>(places.size()) * row + heading + 2 * frame.px(kPadding);
    const auto scroll = frame.widgets.scroll("places", area, content, row);
    const Palette& colors = frame.canvas.colors();
    frame.canvas.begin_clip(area);
    frame.widgets.see_only(area);
    float y = area.top + frame.px(kPadding) - scroll.offset_px;
    bool has_heading = false;
    for (const Place& place : places) {
        if (is_recent(place) && !has_heading) {
            frame.canvas.text(TextStyle::Small, area.left + frame.px(14), y + row / 2, colors.secondary_text,
                              frame.tr("files.recent"));
            has_heading = true;
            y += row;
        }
        const Rect box{area.left + frame.px(kPadding), y, area.width - 2 * frame.px(kPadding), row};
        const bool is_here = choice.folder() == place.path;
        if (is_here) frame.canvas.fill(box, colors.chip, frame.px(Measures::kSmallRadius));
        if (pressable(frame, "place " + place.path.string(), box).is_clicked) choice.go_to_place(place);
        frame.canvas.icon(icon_of(place.kind), {box.left + frame.px(14), box.center().y}, 16,
                          is_here ? colors.accent : colors.secondary_text);
        const float left = box.left + frame.px(30);
        frame.canvas.text(TextStyle::Body, left, box.center().y, colors.text,
                          frame.canvas.metrics().shortened(TextStyle::Body, title_of(frame.tr, place),
                                                           box.right() - frame.px(6) - left));
        y += row;
    }
    frame.widgets.see_all();
    draw_scroll_bar(frame, scroll);
    frame.canvas.end_clip();
}

}  // namespace jinsha::ui
