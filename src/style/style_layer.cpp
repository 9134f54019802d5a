#include "style/style_layer.hpp"

#include "style/layer/parsed_layer.hpp"

#include <nlohmann/json.hpp>

#include <cassert>
#include <cmath>

namespace jinsha::style {

struct StyleLayer::Parsed : ParsedLayer {
    double opacity_share{1};
};

namespace {

EvaluationInput input_of(const EvaluationContext& context) {
    return {.zoom = context.zoom, .feature = context.feature};
}

template <class Look>
auto paint_of(const ParsedLayer& layer, const EvaluationContext& context) {
    const auto* look = std::get_if<LookWithPaint<Look>>(&layer.look);
    assert(look);  // the paint of another layer type was asked for
    return look->paint(input_of(context));
}

}  // namespace

StyleLayer::StyleLayer(std::shared_ptr<const Parsed> parsed) : parsed_{std::move(parsed)} {}

Result<StyleLayer> StyleLayer::parse(const nlohmann::ordered_json& json, std::string_view pointer,
                                     std::vector<Problem>& problems) {
    auto layer = parse_layer(json, pointer, problems);
    if (!layer) return tl::make_unexpected(std::move(layer.error()));
    return StyleLayer{std::make_shared<const Parsed>(Parsed{std::move(*layer), 1})};
}

const std::string& StyleLayer::id() const noexcept {
    return parsed_->id;
}
LayerType StyleLayer::type() const noexcept {
    return parsed_->type;
}
const std::string& StyleLayer::source() const noexcept {
    return parsed_->source;
}
const std::string& StyleLayer::source_layer() const noexcept {
    return parsed_->source_layer;
}
bool StyleLayer::is_visible() const noexcept {
    return parsed_->is_visible;
}
const std::vector<PropertyUse>& StyleLayer::properties() const noexcept {
    return parsed_->uses;
}

bool StyleLayer::covers_zoom(double zoom) const noexcept {
    return zoom >= parsed_->min_zoom && zoom < parsed_->max_zoom;
}

bool StyleLayer::matches(const EvaluationContext& context) const {
    if (!parsed_->filter) return true;
    EvaluationInput in = input_of(context);
    in.zoom = std::floor(in.zoom);
    Evaluated storage;
    const Value* result = evaluate_into(storage, *parsed_->filter, in);
    return result && is_truthy(*result);
}

bool StyleLayer::filter_depends_on_zoom() const noexcept {
    return parsed_->filter && !parsed_->filter->is_zoom_constant();
}

StyleLayer StyleLayer::at_zoom(double zoom) const {
    auto fixed = std::make_shared<Parsed>(*parsed_);
    std::visit([zoom](auto& look) { look.fix_zoom({.zoom = zoom}); }, fixed->look);
    return StyleLayer{std::move(fixed)};
}

StyleLayer StyleLayer::faded(double share) const {
    auto fixed = std::make_shared<Parsed>(*parsed_);
    fixed->opacity_share *= share;
    return StyleLayer{std::move(fixed)};
}

BackgroundPaint StyleLayer::background_paint(const EvaluationContext& context) const {
    BackgroundPaint paint = paint_of<BackgroundLook>(*parsed_, context);
    paint.opacity *= parsed_->opacity_share;
    return paint;
}
FillPaint StyleLayer::fill_paint(const EvaluationContext& context) const {
    FillPaint paint = paint_of<FillLook>(*parsed_, context);
    paint.opacity *= parsed_->opacity_share;
    return paint;
}
LinePaint StyleLayer::line_paint(const EvaluationContext& context) const {
    LinePaint paint = paint_of<LineLook>(*parsed_, context);
    paint.opacity *= parsed_->opacity_share;
    return paint;
}
CirclePaint StyleLayer::circle_paint(const EvaluationContext& context) const {
    CirclePaint paint = paint_of<CircleLook>(*parsed_, context);
    paint.opacity *= parsed_->opacity_share;
    paint.stroke_opacity *= parsed_->opacity_share;
    return paint;
}
SymbolPaint StyleLayer::symbol_paint(const EvaluationContext& context) const {
    SymbolPaint paint = paint_of<SymbolLook>(*parsed_, context);
    paint.text.opacity *= parsed_->opacity_share;
    paint.icon.opacity *= parsed_->opacity_share;
    return paint;
}

}  // namespace jinsha::style
