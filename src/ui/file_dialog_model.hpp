#pragma once

#include "ui/file_choice.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace jinsha::ui {

/// The file dialog as the program knows it: what is asked, and what it has read for it.
struct FileDialogModel {
    /// A listing, numbered in the order in which they came.
    struct Answer {
        std::uint64_t number{};
        std::shared_ptr<const FolderListing> listing;
        bool operator==(const Answer&) const = default;
    };

    std::uint64_t id{};  // another one: the dialog begins anew
    std::shared_ptr<const FileRequest> request;
    std::vector<Answer> answers;  // the last few, in their order
    bool operator==(const FileDialogModel&) const = default;
};

}  // namespace jinsha::ui
