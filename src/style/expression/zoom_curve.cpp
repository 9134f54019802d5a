#include "style/expression/zoom_curve.hpp"

namespace jinsha::style {

namespace {

using Curve = tl::expected<const Expression*, std::string>;

// A curve at the top: the expression itself, or what a `let` or `coalesce` hands on.
Curve curve_at_top(const Expression& expression) {
    switch (expression.role()) {
        case Role::Let:
            return find_zoom_curve(expression.child(expression.child_count() - 1));
        case Role::Coalesce:
            for (const ExpressionPtr& child : expression.children()) {
                Curve curve = find_zoom_curve(*child);
                if (!curve || *curve) return curve;
            }
            return nullptr;
        case Role::Step:
        case Role::Interpolate:
            return expression.child(0).role() == Role::Zoom ? &expression : nullptr;
        default:
            return nullptr;
    }
}

}  // namespace

Curve find_zoom_curve(const Expression& root) {
    if (root.is_zoom_constant()) return nullptr;
    Curve result = curve_at_top(root);
    if (!result) return result;
    for (const ExpressionPtr& child : root.children()) {
        Curve nested = find_zoom_curve(*child);
        if (!nested) return nested;
        if (!*nested) continue;
        if (!*result) {
            return tl::make_unexpected(std::string{
                R"("zoom" expression may only be used as input to a top-level "step" or "interpolate" expression.)"});
        }
        if (*result != *nested) {
            return tl::make_unexpected(std::string{
                R"(Only one zoom-based "step" or "interpolate" subexpression may be used in an expression.)"});
        }
    }
    return result;
}

}  // namespace jinsha::style
