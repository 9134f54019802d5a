#include "style/expression/expression.hpp"

namespace jinsha::style {

Expression::Expression(Traits traits) : traits_{std::move(traits)} {
    for (const ExpressionPtr& child : traits_.children) {
        assert(child);
        traits_.needs |= child->needs();
        cost_ += child->cost();
    }
}

}  // namespace jinsha::style
