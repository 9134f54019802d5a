#include "app/editing_part.hpp"

#include <fmt/format.h>

#include <utility>

namespace jinsha::app {

namespace {

std::string file_of(const Error& error) {
    return error.message().substr(0, error.message().find(": "));
}

}  // namespace

bool EditingPart::lets_go(const std::function<void()>& leave) {
    if (!editing_ || editing_->unsaved() == 0) return true;
    const auto& tr = context_.tr();
    questions_.ask({.title = tr("leaving.title", fmt::arg("count", editing_->unsaved())),
                    .text = std::string{tr("leaving.text")},
                    .lines = {},
                    .answers = {{"cancel", std::string{tr("leaving.cancel")}},
                                {"discard", std::string{tr("leaving.discard")}},
                                {"save", std::string{tr("leaving.save")}}}},
                   [this, leave](std::string_view answer) { answer_leaving(answer, leave); });
    return false;
}

void EditingPart::answer_leaving(std::string_view answer, const std::function<void()>& leave) {
    if (!editing_) return;
    if (answer == "save") {
        after_save_ = leave;
        editing_->save();
    } else if (answer == "discard") {
        editing_->discard();
        leave();
    }
}

void EditingPart::take_news() {
    const Editing::News news = editing_->take_news();
    for (const EditingFile::Left& left : news.left)
        context_.add_note(ui::Note::Kind::Warning,
                          context_.tr()("recovery.put_aside", fmt::arg("file", left.put_aside.string())),
                          left.why);
    if (news.not_recorded)
        context_.add_note(ui::Note::Kind::Warning, std::string{context_.tr()("editing.not_recorded")},
                          news.not_recorded->message());
    if (news.is_ready && !editing_->is_indexing() && !editing_->found_edits().empty()) {
        if (edited_path_ == context_.map->session.path())
            take_up_found();
        else
            offer_found();
    }
    if (news.is_saved) tell_of_save(news);
}

void EditingPart::tell_of_save(const Editing::News& news) {
    const auto after = std::exchange(after_save_, {});
    for (const Error& error : news.save_errors)
        context_.add_note(ui::Note::Kind::Error,
                          context_.tr()("editing.not_saved", fmt::arg("file", file_of(error))),
                          error.message());
    if (!news.conflicts.empty()) {
        after_save_ = after;
        return ask_for_choices(news.conflicts);
    }
    if (!news.save_errors.empty()) return;
    context_.add_note(ui::Note::Kind::Done, std::string{context_.tr()("editing.saved")}, "");
    if (after && editing_->unsaved() == 0) return after();
    if (news.has_others) open_map_(context_.map->session.path());
}

/// One question a feature; the save goes on behind the last. Closing a question leaves all as it is.
void EditingPart::ask_for_choices(std::vector<map::FeatureKey> conflicts) {
    if (conflicts.empty()) return editing_->save();
    const map::FeatureKey feature = conflicts.front();
    conflicts.erase(conflicts.begin());
    const auto& tr = context_.tr();
    const MapSession& session = context_.map->session;
    const std::uint32_t layer = session.snapshot()->topmost_layer_of(feature.source);
    std::string name = session.name({feature, layer}, context_.language());
    if (name.empty()) name = tr("conflict.deleted_here");
    questions_.ask({.title = tr("conflict.title", fmt::arg("name", name)),
                    .text = std::string{tr("conflict.text")},
                    .lines = {},
                    .answers = {{"both", std::string{tr("conflict.both")}},
                                {"theirs", std::string{tr("conflict.theirs")}},
                                {"mine", std::string{tr("conflict.mine")}}}},
                   [this, feature, rest = std::move(conflicts)](std::string_view answer) {
                       if (!editing_ || answer.empty()) {
                           after_save_ = {};
                           return;
                       }
                       editing_->choose(feature, answer == "mine"     ? io::MergeChoice::Mine
                                                 : answer == "theirs" ? io::MergeChoice::Theirs
                                                                      : io::MergeChoice::Both);
                       ask_for_choices(rest);
                   });
}

void EditingPart::offer_found() {
    if (context_.model.question) return;
    const auto& tr = context_.tr();
    ui::QuestionModel question;
    const auto edits = editing_->found_edits();
    question.title = tr("recovery.title", fmt::arg("count", edits.size()));
    question.text = std::string{tr("recovery.text")};
    for (const map::Edit& edit : edits) question.lines.push_back(name_of(edit));
    question.answers = {{"later", std::string{tr("recovery.later")}},
                        {"discard", std::string{tr("recovery.discard")}},
                        {"take", std::string{tr("recovery.take")}}};
    questions_.ask(std::move(question), [this](std::string_view answer) {
        if (!editing_) return;
        if (answer == "take") take_up_found();
        if (answer == "discard") editing_->give_up_found();
    });
}

void EditingPart::take_up_found() {
    const auto changes = editing_->take_up_found();
    if (!changes.empty()) show(changes);
}

}  // namespace jinsha::app
