#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"
#include "style/expression/expression.hpp"
#include "style/layer/looks.hpp"
#include "style/layer/symbol_look.hpp"
#include "style/style_layer.hpp"

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace jinsha::style {

/// A look with its paint, when that is the same for all features at all zooms.
template <class Look>
struct LookWithPaint {
    using Paint = decltype(std::declval<const Look&>().paint(EvaluationInput{}));
    Look look;
    std::optional<Paint> constant{};

    [[nodiscard]] Paint paint(const EvaluationInput& in) const {
        return constant ? *constant : look.paint(in);
    }

    /// To be called when the look has changed.
    void update_constant() {
        bool is_constant = true;
        look.each([&](const auto& property) {
            is_constant = is_constant && property.dependence() == Dependence::Constant;
        });
        constant.reset();
        if (is_constant) constant = look.paint({});
    }
    void fix_zoom(const EvaluationInput& in) {
        look.each([&](auto& property) { property.fix_zoom(in); });
        update_constant();
    }
};

struct ParsedLayer {
    std::string id, source, source_layer;
    LayerType type{LayerType::Background};
    bool is_visible{true};
    double min_zoom{-std::numeric_limits<double>::infinity()},
        max_zoom{std::numeric_limits<double>::infinity()};
    ExpressionPtr filter;  // null: all features
    std::vector<PropertyUse> uses;
    std::variant<LookWithPaint<BackgroundLook>, LookWithPaint<FillLook>, LookWithPaint<LineLook>,
                 LookWithPaint<CircleLook>, LookWithPaint<SymbolLook>>
        look;
};

/// As StyleLayer::parse.
[[nodiscard]] Result<ParsedLayer> parse_layer(const Json& json, std::string_view pointer,
                                              std::vector<Problem>& problems);

}  // namespace jinsha::style
