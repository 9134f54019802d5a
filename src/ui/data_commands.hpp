#pragma once

#include "map/feature_key.hpp"

#include <memory>

/// What is asked for where data are read, written and taken in. Part of ui/commands.hpp. Each panel has its
/// wishes in a header of its own, so that these change alone.
namespace jinsha::ui {

struct TableWish;   // ui/table_model.hpp
struct FormWish;    // ui/form_model.hpp
struct ImportWish;  // ui/import_model.hpp
struct ChecksWish;  // ui/checks_model.hpp

// Never null.
struct AskTable {
    std::shared_ptr<const TableWish> wish;
    bool operator==(const AskTable&) const = default;
};
struct AskForm {
    std::shared_ptr<const FormWish> wish;
    bool operator==(const AskForm&) const = default;
};
struct AskImport {
    std::shared_ptr<const ImportWish> wish;
    bool operator==(const AskImport&) const = default;
};
struct AskChecks {
    std::shared_ptr<const ChecksWish> wish;
    bool operator==(const AskChecks&) const = default;
};

/// Selects a feature and opens its card; the view stays where it is.
struct PickFeature {
    map::FeatureKey feature;
    bool operator==(const PickFeature&) const = default;
};

}  // namespace jinsha::ui
