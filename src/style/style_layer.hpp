#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"
#include "style/color.hpp"
#include "style/feature.hpp"

#include <nlohmann/json_fwd.hpp>

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::style {

enum class LayerType { Background, Fill, Line, Circle, Symbol };

/// What paint and layout are evaluated with. `zoom` as in the style specification (CSS pixels).
struct EvaluationContext {
    double zoom{};
    const Feature* feature{};  // null for background
};

// Evaluated properties. All lengths are in CSS pixels unless said, all opacities 0 to 1.

struct Offset {
    double x{}, y{};  // x to the right, y down
    bool operator==(const Offset&) const = default;
};

struct BackgroundPaint {
    Color color;
    double opacity{1};
    bool operator==(const BackgroundPaint&) const = default;
};

struct FillPaint {
    Color color;
    double opacity{1};
    std::optional<Color> outline_color;  // none: no outline of its own
    bool antialias{true};
    Offset translate;
    double sort_key{};
    bool operator==(const FillPaint&) const = default;
};

enum class LineCap { Butt, Round, Square };
enum class LineJoin { Miter, Round, Bevel };

struct LinePaint {
    Color color;
    double opacity{1}, width{1}, gap_width{}, offset{}, blur{};
    LineCap cap{LineCap::Butt};
    LineJoin join{LineJoin::Miter};
    double miter_limit{2};
    std::vector<double> dasharray;  // in line widths; empty: solid
    double sort_key{};
    bool operator==(const LinePaint&) const = default;
};

struct CirclePaint {
    Color color;
    double opacity{1}, radius{5}, blur{};
    Offset translate;
    Color stroke_color;
    double stroke_width{}, stroke_opacity{1};
    double sort_key{};
    bool operator==(const CirclePaint&) const = default;
};

enum class SymbolPlacement { Point, Line, LineCenter };  // LineCenter: one in the middle of each line
enum class Anchor { Center, Left, Right, Top, Bottom, TopLeft, TopRight, BottomLeft, BottomRight };
enum class Justify { Auto, Left, Center, Right };
enum class Overlap { Never, Always, Cooperative };

struct SymbolText {
    std::string text;  // text-transform applied; empty: no text
    std::vector<std::string> font;
    double size{16};
    Anchor anchor{Anchor::Center};
    Offset offset_em;
    std::vector<Anchor> variable_anchor;  // tried in this order when not empty
    double max_width_em{10}, line_height_em{1.2}, letter_spacing_em{};
    Justify justify{Justify::Center};
    double rotate_deg{}, padding{2};
    Overlap overlap{Overlap::Never};
    bool ignore_placement{}, is_optional{}, keep_upright{true};
    Color color, halo_color{0, 0, 0, 0};
    double halo_width{}, halo_blur{}, opacity{1};
};

struct SymbolIcon {
    std::string image;  // empty: no icon
    double size{1};     // factor of the image's own size
    Anchor anchor{Anchor::Center};
    Offset offset;
    double rotate_deg{}, padding{2}, opacity{1};
    Overlap overlap{Overlap::Never};
    bool ignore_placement{}, is_optional{};
};

struct SymbolPaint {
    SymbolPlacement placement{SymbolPlacement::Point};
    double spacing{250};  // between labels along a line
    double sort_key{};    // smaller is placed first
    SymbolText text;
    SymbolIcon icon;
};

/// What a property's value depends on, classed once when it is parsed.
enum class Dependence { Constant, Zoom, Feature, ZoomAndFeature };

/// How far a property of the document is followed: drawn, or known to the specification but left undrawn.
struct PropertyUse {
    std::string name;  // "fill-opacity"
    bool is_drawn{};
    Dependence dependence{Dependence::Constant};
};

/// A layer of the style: parsed, typed and checked once; immutable afterwards and safe to share between
/// threads.
class StyleLayer {
public:
    /// `json` is the layer's object, `pointer` its place for messages ("/layers/2"). An error means that the
    /// layer is left out (type, source or filter cannot be read); a malformed property takes its default and
    /// is told in `problems`.
    [[nodiscard]] static Result<StyleLayer> parse(const nlohmann::ordered_json& json,
                                                  std::string_view pointer, std::vector<Problem>& problems);

    [[nodiscard]] const std::string& id() const noexcept;
    [[nodiscard]] LayerType type() const noexcept;
    [[nodiscard]] const std::string& source() const noexcept;        // "" for background
    [[nodiscard]] const std::string& source_layer() const noexcept;  // "" when not given
    [[nodiscard]] bool is_visible() const noexcept;                  // layout visibility
    /// Drawn where minzoom <= zoom < maxzoom.
    [[nodiscard]] bool covers_zoom(double zoom) const noexcept;
    /// The filter, evaluated at floor(zoom); true without one.
    [[nodiscard]] bool matches(const EvaluationContext& context) const;
    /// Whether other features may match at another zoom.
    [[nodiscard]] bool filter_depends_on_zoom() const noexcept;
    [[nodiscard]] const std::vector<PropertyUse>& properties() const noexcept;

    /// The same layer with all that depends on zoom alone already evaluated. Painting many features at one
    /// zoom asks this once and its paints then, with contexts of the same zoom.
    [[nodiscard]] StyleLayer at_zoom(double zoom) const;

    /// The same layer, all that it draws with that share of its opacity (0 to 1).
    [[nodiscard]] StyleLayer faded(double share) const;

    // Each needs the layer to be of that type.
    [[nodiscard]] BackgroundPaint background_paint(const EvaluationContext& context) const;
    [[nodiscard]] FillPaint fill_paint(const EvaluationContext& context) const;
    [[nodiscard]] LinePaint line_paint(const EvaluationContext& context) const;
    [[nodiscard]] CirclePaint circle_paint(const EvaluationContext& context) const;
    [[nodiscard]] SymbolPaint symbol_paint(const EvaluationContext& context) const;

private:
    struct Parsed;
    explicit StyleLayer(std::shared_ptr<const Parsed> parsed);
    std::shared_ptr<const Parsed> parsed_;
};

}  // namespace jinsha::style
