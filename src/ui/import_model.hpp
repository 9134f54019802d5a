#pragma once

#include "ui/data_commands.hpp"
#include "ui/editing_model.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace jinsha::ui {

/// What becomes of a feature that is there already.
enum class OnDuplicate { Skip, Replace, KeepBoth };

/// Features that are about to be taken into a layer. Replaced when it changes, never mutated.
struct ImportModel {
    struct Field {
        std::string from, to;  // as the data and the form call them
        bool is_new{};         // the layer has had no such field
        bool operator==(const Field&) const = default;
    };
    std::string from;                 // file, or clipboard
    bool is_examined{};               // else they are being read or compared, and only `from` counts
    std::size_t count{}, unplaced{};  // features, and those among them that lie nowhere
    std::vector<EditTarget> targets;
    std::uint32_t target{};  // EditTarget::source of the chosen one
    std::vector<Field> fields;
    std::size_t same_id{}, same_place{};  // of the features
    OnDuplicate on_duplicate{};
    std::size_t added{}, replaced{};  // what taking them in does
    bool operator==(const ImportModel&) const = default;
};

// What the panel asks for.
struct ChooseImportTarget {
    std::uint32_t source{};
};
struct ChooseOnDuplicate {
    OnDuplicate what{};
};
struct TakeIn {};
struct GiveUpImport {};

struct ImportWish {
    std::variant<ChooseImportTarget, ChooseOnDuplicate, TakeIn, GiveUpImport> what;
};
[[nodiscard]] inline AskImport ask_import(decltype(ImportWish::what) what) {
    return {std::make_shared<const ImportWish>(ImportWish{std::move(what)})};
}

}  // namespace jinsha::ui
