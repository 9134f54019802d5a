#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"
#include "style/style_value.hpp"
#include "style/value_text.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace jinsha::style {

namespace {

/// Where the parts of a section are among the children of its expression.
struct SectionParts {
    std::size_t content{};
    std::optional<std::size_t> scale{}, font{}, color{}, vertical_align{};
};

class Format final : public Expression {
public:
    Format(Traits traits, std::vector<SectionParts> sections)
        : Expression{std::move(traits)}, sections_{std::move(sections)} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        std::vector<Value> values;
        values.reserve(child_count());
        for (const ExpressionPtr& part : children()) {
            Evaluated value = part->evaluate(in);
            if (!value) return value;
            values.push_back(std::move(*value));
        }
        Formatted formatted;
        for (const SectionParts& parts : sections_) formatted.sections.push_back(section(parts, values));
        return make_style_value({std::move(formatted)});
    }

private:
    static FormattedSection section(const SectionParts& parts, const std::vector<Value>& values) {
        FormattedSection section;
        if (parts.vertical_align) section.vertical_align = to_text(values[*parts.vertical_align]);
        const Value& content = values[parts.content];
        if (const auto* image = style_value_as<ResolvedImage>(content)) {
            section.image = *image;
            return section;
        }
        section.text = to_text(content);
        if (parts.scale && values[*parts.scale].number()) section.scale = *values[*parts.scale].number();
        if (parts.font) section.font_stack = font_stack(*values[*parts.font].array());
        if (parts.color && values[*parts.color].color()) section.text_color = *values[*parts.color].color();
        return section;
    }
    static std::string font_stack(const Array& names) {
        std::string stack;
        for (const Value& name : names) {
            if (!stack.empty()) stack += ',';
            stack += to_text(name);
        }
        return stack;
    }

    std::vector<SectionParts> sections_;
};

/// Reads the arguments of `format`: contents, each with an object of its looks behind it or not.
class SectionReader {
public:
    explicit SectionReader(ParsingContext& context) : context_{context} {}

    // False after an error.
    [[nodiscard]] bool read_content(const Json& json) {
        const auto content = add(json, Type{Kind::Value});
        if (!content) return false;
        const Kind kind = children_[*content]->type().kind;
        if (kind != Kind::String && kind != Kind::Value && kind != Kind::Null &&
            kind != Kind::ResolvedImage) {
            context_.error("Formatted text type must be 'string', 'value', 'image' or 'null'.");
            return false;
        }
        sections_.push_back({.content = *content});
        return true;
    }
    [[nodiscard]] bool read_looks(const Json& looks) {
        SectionParts& section = sections_.back();
        return read_member(looks, "font-scale", Type{Kind::Number}, section.scale) &&
               read_member(looks, "text-font", array_type(Type{Kind::String}), section.font) &&
               read_member(looks, "text-color", Type{Kind::Color}, section.color) &&
               is_alignment_fine(looks) &&
               read_member(looks, "vertical-align", Type{Kind::String}, section.vertical_align);
    }
    [[nodiscard]] ExpressionPtr take() {
        return std::make_shared<const Format>(
            Expression::Traits{Type{Kind::Formatted}, context_.key(), std::move(children_)},
            std::move(sections_));
    }

private:
    [[nodiscard]] std::optional<std::size_t> add(const Json& json, Type expected) {
        // The specification's own parser tells all errors of a section at the place of the first.
        ExpressionPtr child = context_.parse_child(json, 1, std::move(expected));
        if (!child) return std::nullopt;
        children_.push_back(std::move(child));
        return children_.size() - 1;
    }
    [[nodiscard]] bool read_member(const Json& looks, const char* name, Type type,
                                   std::optional<std::size_t>& part) {
        const auto found = looks.find(name);
        if (found == looks.end() || found->is_null()) return true;
        part = add(*found, std::move(type));
        return part.has_value();
    }
    [[nodiscard]] bool is_alignment_fine(const Json& looks) {
        const auto found = looks.find("vertical-align");
        if (found == looks.end() || !found->is_string()) return true;
        if (*found == "bottom" || *found == "center" || *found == "top") return true;
        context_.error("'vertical-align' must be one of: 'bottom', 'center', 'top' but found '{}' instead.",
                       found->get<std::string>());
        return false;
    }

    ParsingContext& context_;
    std::vector<ExpressionPtr> children_;
    std::vector<SectionParts> sections_;
};

ExpressionPtr parse_format(const Json& args, ParsingContext& context) {
    if (args.size() < 2) return context.error("Expected at least one argument.");
    if (args[1].is_object()) return context.error("First argument must be an image or text section.");
    SectionReader reader{context};
    for (std::size_t i = 1; i < args.size(); ++i) {
        const bool is_looks = args[i].is_object() && !args[i - 1].is_object();
        if (!(is_looks ? reader.read_looks(args[i]) : reader.read_content(args[i]))) return nullptr;
    }
    return reader.take();
}

/// The image of a name, and whether there is one; null without a name.
class Image final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated value = child(0).evaluate(in);
        if (!value) return value;
        std::string name = to_text(*value);
        if (name.empty()) return Value{};
        const bool is_available = !in.available_images || in.available_images->contains(name);
        return make_style_value({ResolvedImage{std::move(name), is_available}});
    }
};

ExpressionPtr parse_image(const Json& args, ParsingContext& context) {
    if (args.size() != 2) return context.error("Expected two arguments.");
    ExpressionPtr name = context.parse_child(args[1], 1, Type{Kind::String});
    if (!name) return context.error("No image name provided.");
    return std::make_shared<const Image>(Expression::Traits{
        Type{Kind::ResolvedImage}, context.key(), {std::move(name)}, Needs{Needs::Surroundings}});
}

}  // namespace

void add_formatting(OperatorTable& table) {
    table.add("format", parse_format);
    table.add("image", parse_image);
}

}  // namespace jinsha::style
