#include "ui/export_dialog.hpp"

#include "ui/dialog.hpp"
#include "ui/numbers.hpp"
#include "ui/parts.hpp"
#include "ui/segments.hpp"
#include "ui/text_field.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace jinsha::ui {
namespace {

using Line = ExportDialog::Line;

constexpr float kWidth = 920;
constexpr float kBody = 520;
constexpr float kOptions = 344;
constexpr float kFooter = 52;
constexpr float kPadding = 16;
constexpr float kLabel = 64;
constexpr float kRow = 36;
constexpr std::array kResolutions{150, 300, 600};

/// "50000" or "1:50 000"; none when it is no number greater than 0.
std::optional<double> read_denominator(std::string_view text) {
    if (text.starts_with("1:")) text.remove_prefix(2);
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    int denominator = 0;
    const auto end = digits.data() + digits.size();
    const bool is_number =
        std::from_chars(digits.data(), end, denominator).ec == std::errc{} && denominator > 0;
    return is_number ? std::optional<double>{denominator} : std::nullopt;
}

bool is_picture(ExportChoice::Format format) {
    return format == ExportChoice::Format::Png || format == ExportChoice::Format::GeoTiff;
}

/// What a page of that kind usually carries.
void take_usual(ExportChoice& choice, ExportChoice::Page page) {
    choice.page = page;
    const bool is_sheet = page == ExportChoice::Page::A4 || page == ExportChoice::Page::A3;
    choice.has_grid = choice.has_notes = is_sheet;
    choice.has_legend = page != ExportChoice::Page::Report;
}

/// The options, one below the other; changes its copy of the choice.
class Options {
public:
    Options(Frame& frame, const Rect& area, const ExportModel& model, Line& line)
        : choice{model.choice}, frame_{frame}, model_{model}, line_{line}, area_{area}, y_{area.top} {}

    void page() {
        const std::array<std::string, 4> pages{text("export.report"), "A4", "A3", text("export.slide")};
        if (const auto chosen = row("export.page", "page", pages, static_cast<std::size_t>(choice.page)))
            take_usual(choice, static_cast<ExportChoice::Page>(*chosen));
    }
    void format() {
        const std::array<std::string, 4> formats{"PNG", "PDF", "SVG", "GeoTIFF"};
        if (const auto chosen =
                row("export.format", "format", formats, static_cast<std::size_t>(choice.format)))
            choice.format = static_cast<ExportChoice::Format>(*chosen);
    }
    void line(std::string_view label, Line which, TextEdit& edit, std::string_view hint) {
        const Rect box = begin_row(label);
        const auto result = text_field(frame_, std::string{label}, box, edit, line_ == which, hint);
        if (result.is_clicked) line_ = which;
    }
    void scale(TextEdit& edit) {
        const std::array<std::string, 2> kinds{text("export.as_seen"), text("export.at_scale")};
        const bool has_scale = choice.scale_denominator.has_value();
        if (const auto chosen = row("export.area", "area", kinds, has_scale ? 1 : 0)) {
            // The scale that is shown, made round, is where to go on from.
            const double shown = std::max(1000.0, std::round(model_.scale_denominator / 1000) * 1000);
            choice.scale_denominator = *chosen == 1 ? std::optional{shown} : std::nullopt;
            edit = TextEdit{std::to_string(static_cast<long>(shown))};
            line_ = *chosen == 1 ? Line::Scale : Line::None;
        }
        if (!choice.scale_denominator) return;
        line("export.scale", Line::Scale, edit, "50000");
        if (const auto denominator = read_denominator(edit.text())) choice.scale_denominator = denominator;
    }
    void resolution() {
        if (!is_picture(choice.format)) return;
        const std::array<std::string, 3> labels{"150 dpi", "300 dpi", "600 dpi"};
        const auto found = std::ranges::find(kResolutions, choice.dpi);
        const auto now = static_cast<std::size_t>(found - kResolutions.begin());
        if (const auto chosen = row("export.resolution", "dpi", labels, now))
            choice.dpi = kResolutions[*chosen];
    }
    void theme() {
        const std::array<std::string, 2> themes{text("export.light"), text("export.dark")};
        if (const auto chosen = row("export.theme", "theme", themes, choice.theme == ThemeName::Dark ? 1 : 0))
            choice.theme = *chosen == 1 ? ThemeName::Dark : ThemeName::Light;
    }
    void furniture() {
        y_ += frame_.px(4);
        label("export.furniture", {area_.left, y_, area_.width, frame_.px(Measures::kRow)});
        const float column = (area_.width - frame_.px(kLabel)) / 2;
        const std::array<std::pair<const char*, bool*>, 5> switches{
            {{"export.legend", &choice.has_legend},
             {"export.scale_bar", &choice.has_scale_bar},
             {"export.north_arrow", &choice.has_north_arrow},
             {"export.grid", &choice.has_grid},
             {"export.notes", &choice.has_notes}}};
        std::size_t i = 0;
        for (const auto& [key, is_on] : switches) {
            const float left = area_.left + frame_.px(kLabel) + static_cast<float>(i % 2) * column;
            const float top = y_ + std::floor(static_cast<float>(i) / 2) * frame_.px(Measures::kRow);
            if (check_box(frame_, key, text(key), {left, top, column, frame_.px(Measures::kRow)}, *is_on))
                *is_on = !*is_on;
            ++i;
        }
    }

    ExportChoice choice;

private:
    [[nodiscard]] std::string text(std::string_view key) const { return std::string{frame_.tr(key)}; }
    void label(std::string_view key, const Rect& box) {
        frame_.canvas.text(TextStyle::Body, box.left, box.center().y, frame_.canvas.colors().secondary_text,
                           frame_.tr(key));
    }
    Rect begin_row(std::string_view key) {
        const Rect box{area_.left, y_, area_.width, frame_.px(Measures::kRow)};
        label(key, box);
        y_ += frame_.px(kRow);
        return {box.left + frame_.px(kLabel), box.top, box.width - frame_.px(kLabel), box.height};
    }
    std::optional<std::size_t> row(std::string_view key, const char* id, std::span<const std::string> labels,
                                   std::size_t now) {
        return segments(frame_, id, begin_row(key), labels, now);
    }

    Frame& frame_;
    const ExportModel& model_;
    Line& line_;
    Rect area_;
    float y_;
};

void draw_preview(Frame& frame, const ExportModel& model, const Rect& area) {
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    canvas.fill(area, colors.chip);
    if (!model.fault.empty()) {
        canvas.text_centered(
            TextStyle::Body, area.center(), colors.error,
            canvas.metrics().shortened(TextStyle::Body, model.fault, area.width - frame.px(32)));
        return;
    }
    if (!model.preview) {
        canvas.text_centered(TextStyle::Body, area.center(), colors.secondary_text,
                             frame.tr("export.drawing"));
        return;
    }
    const Rect room = area.grown(-frame.px(24));
    const auto width = static_cast<float>(model.preview->width_px());
    const auto height = static_cast<float>(model.preview->height_px());
    // Never enlarged: letters of a few pixels would blur.
    const float fit = std::min({room.width / width, room.height / height, 1.0F});
    const Rect page{std::round(room.center().x - width * fit / 2),
                    std::round(room.center().y - height * fit / 2), std::round(width * fit),
                    std::round(height * fit)};
    canvas.fill(page.grown(frame.px(1)), colors.border);
    canvas.image(model.preview, page);
}

std::string summary_of(const Frame& frame, const ExportModel& model) {
    std::string text = scale_ratio(model.scale_denominator);
    if (text.empty()) return text;
    text += fmt::format(" · {:.0f} × {:.0f} mm", model.width_mm, model.height_mm);
    if (is_picture(model.choice.format)) {
        text += " · " + frame.tr("export.pixels", fmt::arg("width", model.picture.width),
                                 fmt::arg("height", model.picture.height));
    }
    return text;
}

void draw_progress(Frame& frame, double share, const Rect& area) {
    const float height = frame.px(4);
    const Rect bar{area.left, std::round(area.center().y - height / 2), area.width, height};
    frame.canvas.fill(bar, frame.canvas.colors().border, height / 2);
    frame.canvas.fill({bar.left, bar.top, std::max(height, bar.width * static_cast<float>(share)), height},
                      frame.canvas.colors().accent, height / 2);
}

/// What the buttons were pressed for.
enum class Button { None, Export, Cancel };

Button draw_footer(Frame& frame, const ExportModel& model, const Rect& area) {
    const float height = frame.px(Measures::kRow);
    const float top = std::round(area.center().y - height / 2);
    const std::string_view confirm = frame.tr("export.go");
    const std::string_view cancel = frame.tr("export.cancel");
    const float confirm_width = std::max(text_button_width(frame, confirm), frame.px(72));
    const float cancel_width = std::max(text_button_width(frame, cancel), frame.px(72));
    const Rect yes{area.right() - frame.px(kPadding) - confirm_width, top, confirm_width, height};
    const Rect no{yes.left - frame.px(8) - cancel_width, top, cancel_width, height};
    const Rect rest{area.left + frame.px(kPadding), top, no.left - frame.px(2 * kPadding) - area.left,
                    height};
    if (model.progress) {
        draw_progress(frame, *model.progress, rest);
    } else {
        frame.canvas.text(
            TextStyle::Small, rest.left, rest.center().y, frame.canvas.colors().secondary_text,
            frame.canvas.metrics().shortened(TextStyle::Small, summary_of(frame, model), rest.width));
    }
    const bool is_ready = model.fault.empty() && !model.progress;
    if (text_button(frame, "cancel", cancel, no)) return Button::Cancel;
    return primary_button(frame, "go", confirm, yes, is_ready) ? Button::Export : Button::None;
}

}  // namespace

void ExportDialog::take_texts(const ExportChoice& choice) {
    title_ = TextEdit{choice.title};
    subtitle_ = TextEdit{choice.subtitle};
    scale_ = TextEdit{choice.scale_denominator ? std::to_string(std::lround(*choice.scale_denominator)) : ""};
    line_ = Line::None;
}

Commands ExportDialog::draw(Frame& frame, const Model& model) {
    if (!model.exporting) return {ShowDialog{}};
    const ExportModel& now = *model.exporting;
    if (shown_ != now.opened) take_texts(now.choice);
    shown_ = now.opened;
    const Dialog dialog =
        open_dialog(frame, "export", frame.tr("export.title"), frame.px(kWidth), frame.px(kBody));
    const float footer = frame.px(kFooter);
    const Rect body{dialog.body.left, dialog.body.top, dialog.body.width, dialog.body.height - footer};
    const float options_width = std::min(frame.px(kOptions), body.width * 0.6F);
    frame.widgets.claim_keyboard(false);

    draw_preview(frame, now,
                 {body.left + frame.px(1), body.top + frame.px(1), body.width - options_width - frame.px(1),
                  body.height - frame.px(1)});
    const Rect area =
        Rect{body.right() - options_width, body.top, options_width, body.height}.grown(-frame.px(kPadding));
    Options options{frame, area, now, line_};
    options.page();
    options.format();
    options.line("export.title_label", Line::Title, title_, frame.tr("export.none"));
    options.line("export.subtitle", Line::Subtitle, subtitle_, frame.tr("export.none"));
    options.scale(scale_);
    options.resolution();
    options.theme();
    options.furniture();
    frame.canvas.separator(dialog.box.left + frame.px(1), dialog.box.right() - frame.px(1), body.bottom());
    Button button = draw_footer(frame, now, {body.left, body.bottom(), body.width, footer});
    frame.stage.close();

    const Widgets::Keys& keys = frame.widgets.keys();
    const bool is_for_a_button = frame.widgets.has_focus() && keys.activate;
    if (keys.pressed && keys.pressed->key == PressedKey::Escape) {
        const bool had_line = std::exchange(line_, Line::None) != Line::None;
        if (!had_line) button = Button::Cancel;
    }
    if (keys.pressed && keys.pressed->key == PressedKey::Enter && !is_for_a_button) button = Button::Export;
    options.choice.title = title_.text();
    options.choice.subtitle = subtitle_.text();
    Commands commands;
    if (options.choice != now.choice) commands.emplace_back(SetExportChoice{options.choice});
    if (button == Button::Export && now.fault.empty() && !now.progress) commands.emplace_back(StartExport{});
    if ((button == Button::Cancel || dialog.wants_close) && now.progress)
        commands.emplace_back(CancelExport{});
    if ((button == Button::Cancel && !now.progress) || dialog.wants_close)
        commands.emplace_back(ShowDialog{});
    return commands;
}

}  // namespace jinsha::ui
