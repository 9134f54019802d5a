#include "ui/sample_model.hpp"

namespace jinsha::ui {
namespace {

constexpr style::Color hex(unsigned value) {
    return {(value >> 16 & 0xFF) / 255.0, (value >> 8 & 0xFF) / 255.0, (value & 0xFF) / 255.0, 1};
}

Swatch fill(unsigned color, unsigned outline) {
    return {Swatch::Kind::Fill, hex(color), hex(outline), ""};
}
Swatch line(unsigned color) {
    return {Swatch::Kind::Line, hex(color), std::nullopt, ""};
}
Swatch circle(unsigned color) {
    return {Swatch::Kind::Circle, hex(color), hex(0xFFFFFF), ""};
}

std::vector<LayerRow> layers(bool is_chinese) {
    const auto text = [is_chinese](const char* zh, const char* en) -> std::string {
        return is_chinese ? zh : en;
    };
    const std::string projects = text("项目", "Projects");
    const std::string areas = text("片区", "Areas");
    const std::string base = text("底图", "Base map");
    std::vector<LayerRow> rows{
        {.id = 0,
         .title = text("格里坪园区", "Geliping park"),
         .group = projects,
         .feature_count = 15,
         .swatch = circle(0x7A5C3E)},
        {.id = 1,
         .title = text("大水井片区", "Dashuijing area"),
         .group = projects,
         .feature_count = 4,
         .swatch = circle(0xC24A33)},
        {.id = 2,
         .title = text("金沙湖", "Jinsha Lake"),
         .group = projects,
         .feature_count = 4,
         .swatch = circle(0x1F7399)},
        {.id = 3,
         .title = text("全区项目", "District projects"),
         .group = projects,
         .feature_count = 42,
         .problem_count = 2,
         .swatch = circle(0x3B6FB6)},
        {.id = 4,
         .title = text("产业园区", "Industrial parks"),
         .group = areas,
         .feature_count = 4,
         .swatch = fill(0xE9DCC6, 0xCDBB9B)},
        {.id = 5,
         .title = text("开发片区", "Development areas"),
         .group = areas,
         .feature_count = 3,
         .swatch = fill(0xF4E2B8, 0xD8C48F)},
        {.id = 6,
         .title = text("保护与修复", "Protection and restoration"),
         .group = areas,
         .feature_count = 2,
         .is_visible = false,
         .swatch = fill(0xD7E6CB, 0xB4C9A3)},
        {.id = 7,
         .title = text("地名", "Place names"),
         .group = base,
         .feature_count = 31,
         .in_zoom_range = false},
        {.id = 8,
         .title = text("水系", "Water"),
         .group = base,
         .feature_count = 3,
         .swatch = fill(0xBCD9E6, 0x7FB3CB)},
        {.id = 9,
         .title = text("西区", "West District"),
         .group = base,
         .feature_count = 1,
         .swatch = line(0xB4643C)},
    };
    return rows;
}

Card card(bool is_chinese) {
    Card card;
    card.feature = {2, 0};
    card.title = is_chinese ? "金沙湖" : "Jinsha Lake";
    card.theme = {"water-landscape", ""};
    card.phase = {"ongoing", ""};
    card.transformation = {"transform-city", ""};
    card.fact = is_chinese ? "“水文章”三篇之一，打造亲水城市形象；2021年起沿江岸线全长12."
                             "6km，与大水井地底泉水、西佛山合为一体。"
                           : "One of the three water themes for a waterside city image.";
    card.fields = {{is_chinese ? "位置依据" : "Basis",
                    is_chinese ? "金沙水电站蓄水后的江面，取正对城区处"
                               : "Point on the impounded Jinsha River in front of the town"}};
    card.source_section = Word{is_chinese ? "下篇" : "Part two"};
    card.position_quality = {{"inferred", ""}, 500};
    card.position = {101.6042, 26.5902};
    card.anchor = {760, 300};
    return card;
}

}  // namespace

Model sample_model(Appearance appearance, map::ScreenSize window) {
    const bool is_chinese = appearance.language == Language::Chinese;
    Model model;
    model.appearance = appearance;
    model.window = window;
    model.map_title = is_chinese ? "攀枝花市西区·项目地图" : "West District of Panzhihua";
    model.data_date = "2021-09-14";
    model.attribution =
        is_chinese ? "边界：DataV.GeoAtlas · 项目：本区第十一次党代会报道" : "Boundaries: DataV.GeoAtlas";
    model.layers = layers(is_chinese);
    model.project_count = 65;
    model.estimated_count = 54;
    model.card = card(is_chinese);
    model.card->anchor = {window.width * 0.5, window.height * 0.35};
    model.status = {.pointer = geo::LonLat{101.60417, 26.59028},
                    .pointer_in_map = geo::MapPoint{460123, 2942310},
                    .map_crs = "EPSG:4543",
                    .scale_denominator = 42034,
                    .zoom = 12.6,
                    .units_per_px = 11.1,
                    .ground_metres_per_px = 17};
    model.problems = {
        {Severity::Warning, "west-district.map.json: /layers/2/paint/fill-opacity",
         is_chinese ? "应为0到1的数，却是“half”" : "expected a number from 0 to 1, found \"half\""},
        {Severity::Error, "district-projects.geojson",
         is_chinese ? "第17个地物没有几何" : "feature 17 has no geometry"},
    };
    return model;
}

Hover sample_hover(Language language, map::ScreenSize window) {
    const geo::ScreenPoint at{window.width * 0.5, window.height * 0.5};
    if (language == Language::Chinese) return {"攀枝花达海现代物流园", "物流·推进中", at};
    return {"Panzhihua Dahai Modern Logistics Park", "Logistics, ongoing", at};
}

std::vector<Note> sample_notes(Language language) {
    const bool is_chinese = language == Language::Chinese;
    return {{1, Note::Kind::Done, is_chinese ? "已复制坐标" : "Coordinates copied", ""},
            {2, Note::Kind::Warning,
             is_chinese ? "地图文档有2处问题，已按默认值画出"
                        : "The map document has 2 problems; defaults are drawn",
             "west-district.map.json: /layers/2/paint/fill-opacity: expected a number from 0 to 1"},
            {3, Note::Kind::Error,
             is_chinese ? "打不开“districts.geojson”：文件在第214行第17列处中断"
                        : "Cannot open districts.geojson: it is cut off at line 214, column 17",
             "districts.geojson:214:17"}};
}

}  // namespace jinsha::ui
