#include "io/edited_document.hpp"

#include "io/save_lock.hpp"
#include "io/save_text.hpp"
#include "json/index.hpp"
#include "json/pointer.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::io {
namespace {

Result<std::string> changed_by(std::string text, const std::vector<json::Change>& changes) {
    for (const json::Change& change : changes) {
        auto next = json::changed(text, change);
        if (!next) return tl::make_unexpected(next.error());
        text = *std::move(next);
    }
    return text;
}

/// Where a change happens, and what it wants to be there; nothing for what is only moved.
struct Target {
    std::string pointer;
    std::optional<json::Tree> wanted;
    bool is_move{};
};

struct TargetOf {
    Target operator()(const json::SetValue& change) const { return {change.pointer, change.value}; }
    Target operator()(const json::RemoveValue& change) const { return {change.pointer, std::nullopt}; }
    Target operator()(const json::MoveElement& change) const { return {change.pointer, std::nullopt, true}; }
    /// An element with an id that is there already would be there twice.
    Target operator()(const json::InsertElement& change) const {
        const json::Tree* id = change.value.find("id");
        const std::string part = id && id->string() ? "id=" + *id->string() : "-";
        return {json::pointer_to(change.array, part), change.value};
    }
};

/// What stands there; nothing also where the way to it is blocked.
std::optional<json::Tree> found_at(const std::string& text, const std::string& pointer) {
    auto value = json::value_at(text, pointer);
    return value ? *std::move(value) : std::nullopt;
}

}  // namespace

EditedDocument::EditedDocument(std::filesystem::path path, FileText file)
    : path_{std::move(path)}, text_{file.text}, saved_{std::move(file.text)}, stamp_{file.stamp} {}

Result<EditedDocument> EditedDocument::open(const std::filesystem::path& path) {
    auto file = read_file(path);
    if (!file) return tl::make_unexpected(file.error());
    if (const json::Index index{file->text}; !index.root())
        return tl::make_unexpected(index.error()->in(path.string()));
    return EditedDocument{path, *std::move(file)};
}

Result<bool> EditedDocument::apply(std::string name, const std::vector<json::Change>& changes) {
    Step step{next_id_, std::move(name), {}, {}, {}, takeovers_};
    std::string text = text_;
    for (const json::Change& change : changes) {
        const auto named = json::named_by_ids(text, change);
        auto next = named ? json::changed(text, *named) : tl::make_unexpected(named.error());
        if (!next) return tl::make_unexpected(next.error().in(path_.string()));
        const auto back = json::inverse(text, *named);
        if (!back) return tl::make_unexpected(back.error().in(path_.string()));
        step.forward.push_back(*named);
        step.back.push_back(*back);
        text = *std::move(next);
    }
    if (text == text_) return false;
    std::ranges::reverse(step.back);
    ++next_id_;
    steps_.resize(position_);
    steps_.push_back(std::move(step));
    ++position_;
    go_to(steps_.back(), std::move(text), false);
    return true;
}

/// The bytes in which the texts differ are kept, so that they can be brought back.
void EditedDocument::go_to(Step& step, std::string text, bool is_undo) {
    const std::string& before = is_undo ? text : text_;
    const std::string& after = is_undo ? text_ : text;
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t head = 0, tail = 0;
    while (head < most && before[head] == after[head]) ++head;
    while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    step.splice = {head, before.substr(head, before.size() - head - tail),
                   after.substr(head, after.size() - head - tail)};
    step.takeover = takeovers_;
    note_pending(step, is_undo);
    text_ = std::move(text);
}

/// Going back over a step that the file does not know of leaves nothing to be saved.
void EditedDocument::note_pending(const Step& step, bool is_undone) {
    if (!pending_.empty() && pending_.back().step == step.id && pending_.back().is_undone != is_undone)
        pending_.pop_back();
    else
        pending_.push_back({step.id, is_undone, is_undone ? step.back : step.forward});
}

Result<bool> EditedDocument::carry_out(Step& step, bool is_undo) {
    std::string text;
    if (step.takeover == takeovers_) {
        const std::string& now = is_undo ? step.splice.after : step.splice.before;
        const std::string& then = is_undo ? step.splice.before : step.splice.after;
        text = text_;
        text.replace(step.splice.at, now.size(), then);
    } else {
        auto made = changed_by(text_, is_undo ? step.back : step.forward);
        if (!made) return tl::make_unexpected(made.error().in(path_.string()));
        text = *std::move(made);
    }
    go_to(step, std::move(text), is_undo);
    return true;
}

Result<bool> EditedDocument::undo() {
    if (position_ == 0) return false;
    auto done = carry_out(steps_[position_ - 1], true);
    if (done) --position_;
    return done;
}

Result<bool> EditedDocument::redo() {
    if (position_ == steps_.size()) return false;
    auto done = carry_out(steps_[position_], false);
    if (done) ++position_;
    return done;
}

const std::string* EditedDocument::next_undo() const noexcept {
    return position_ > 0 ? &steps_[position_ - 1].name : nullptr;
}

const std::string* EditedDocument::next_redo() const noexcept {
    return position_ < steps_.size() ? &steps_[position_].name : nullptr;
}

Result<EditedDocument::Saved> EditedDocument::save(DocumentChoice choice) {
    if (text_ == saved_ && !attempted_) {
        pending_.clear();
        return Saved{std::exchange(owes_others_, false), {}};
    }
    const auto lock = SaveLock::take(path_);
    if (!lock) return tl::make_unexpected(lock.error());
    auto others = look_for_others();
    if (!others) return tl::make_unexpected(others.error());
    if (*others) {
        auto merged = merged_with((*others)->text, choice);
        if (!merged) return tl::make_unexpected(merged.error().in(path_.string()));
        if (!merged->conflicts.empty()) return Saved{true, std::move(merged->conflicts)};
        text_ = std::move(merged->text);
        saved_ = std::move((*others)->text);
        stamp_ = (*others)->stamp;
        ++takeovers_;
        owes_others_ = true;
    }
    if (text_ != saved_) {
        attempted_ = text_;
        const auto stamp = save_text(path_, text_, stamp_, *lock);
        if (!stamp) return tl::make_unexpected(stamp.error());
        saved_ = text_;
        stamp_ = *stamp;
    }
    attempted_.reset();
    pending_.clear();
    return Saved{std::exchange(owes_others_, false), {}};
}

Result<std::optional<FileText>> EditedDocument::look_for_others() {
    const auto now = stamp_of(path_);
    if (!now) return tl::make_unexpected(now.error());
    if (*now == stamp_) return std::nullopt;
    auto file = read_file(path_);
    if (!file) return tl::make_unexpected(file.error());
    if (file->text == saved_ || file->text == attempted_) {  // a save can fail after its rename
        saved_ = std::move(file->text);
        stamp_ = file->stamp;
        return std::nullopt;
    }
    if (const json::Index index{file->text}; !index.root())
        return fail("{}: was changed by another program and cannot be read now ({}); nothing was written",
                    path_.string(), index.error()->message());
    return std::optional{*std::move(file)};
}

/// Our changes are made again in the text of the others, beside our own as they were made: where a value was
/// not the same on both sides before our change, both have changed it.
Result<EditedDocument::Merged> EditedDocument::merged_with(std::string others, DocumentChoice choice) const {
    Merged merged{std::move(others), {}};
    std::string ours = saved_;
    for (const Pending& step : pending_) {
        for (const json::Change& change : step.changes) {
            const Target target = std::visit(TargetOf{}, change);
            const auto here = found_at(ours, target.pointer), there = found_at(merged.text, target.pointer);
            auto our_next = json::changed(ours, change);
            if (our_next) ours = *std::move(our_next);
            if (!target.is_move && there == target.wanted) continue;  // they want the same
            const bool is_gone = target.is_move && !there;            // there is nothing to move any more
            if (is_gone) continue;
            const bool is_conflict = !target.is_move && here != there;
            if (is_conflict && choice == DocumentChoice::Theirs) continue;
            if (is_conflict && choice == DocumentChoice::Ask) {
                merged.conflicts.push_back(target.pointer);
                continue;
            }
            const bool is_twice = there && std::holds_alternative<json::InsertElement>(change);
            auto next = json::changed(
                merged.text,
                is_twice ? json::Change{json::SetValue{target.pointer, *target.wanted}} : change);
            if (!next) return tl::make_unexpected(next.error());
            merged.text = *std::move(next);
        }
    }
    return merged;
}

}  // namespace jinsha::io
