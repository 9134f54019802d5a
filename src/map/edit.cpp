#include "map/edit.hpp"

#include <utility>

namespace jinsha::map {

std::string_view name_key(EditKind kind) noexcept {
    switch (kind) {
        case EditKind::AddFeatures:
            return "edit.add";
        case EditKind::DeleteFeatures:
            return "edit.delete";
        case EditKind::MoveFeatures:
            return "edit.move";
        case EditKind::ChangeGeometry:
            return "edit.geometry";
        case EditKind::ChangeAttributes:
            return "edit.attributes";
        case EditKind::DuplicateFeatures:
            return "edit.duplicate";
    }
    return "";
}

void History::add(Edit edit) {
    for (Mark* mark : {&saved_, &being_saved_}) {
        if (mark->position <= position_) continue;
        mark->lost += mark->position - position_;
        mark->position = position_;
    }
    edits_.resize(position_);
    edits_.push_back(std::move(edit));
    ++position_;
}

const Edit* History::undo() {
    return position_ == 0 ? nullptr : &edits_[--position_];
}

const Edit* History::redo() {
    return position_ == edits_.size() ? nullptr : &edits_[position_++];
}

const Edit* History::next_undo() const noexcept {
    return position_ == 0 ? nullptr : &edits_[position_ - 1];
}

const Edit* History::next_redo() const noexcept {
    return position_ == edits_.size() ? nullptr : &edits_[position_];
}

void History::mark_saved() noexcept {
    begin_save();
    end_save();
}

std::size_t History::unsaved() const noexcept {
    const std::size_t saved = saved_.position;
    return saved_.lost + (position_ > saved ? position_ - saved : saved - position_);
}

}  // namespace jinsha::map
