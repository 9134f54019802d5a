// Edits and saves a GeoJSON file as the window does, until it is killed. crash_test.py reads what it says.
//   edit_and_save edit FILE JOURNAL SEED STEPS   recovers, then edits and saves; "try …" before each, "done"
//   when synced edit_and_save show FILE JOURNAL              recovers, and says what every feature is
#include "io/journal.hpp"
#include "io/open_file.hpp"
#include "io/recovery.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <random>

namespace jinsha::io {
namespace {

std::string text_of(const map::FeatureState& state, const char* field) {
    const style::Value* value = state.find(field);
    return value && value->text() ? *value->text() : "";
}

class Editor {
public:
    Editor(const char* file, const char* journal) : open_{file}, journal_{Journal::open(journal).value()} {
        auto edits = recover(journal_->found(), open_.file->journal_begin(), *open_.session->source(0), 0);
        if (!edits) throw std::runtime_error{edits.error().message()};
        say(fmt::format("recovered {}", edits->size()));
        for (map::Edit& edit : *edits) open_.session->repeat(std::move(edit));
        if (edits->empty())
            journal_->restart(open_.file->journal_begin());
        else
            journal_->append(JournalResume{open_.file->journal_begin()});
    }

    void show() const {
        for_each_feature([](std::uint32_t, const map::FeatureState& state) {
            fmt::print("feature {} {}\n", text_of(state, "uid"), text_of(state, "value"));
        });
    }

    void edit(unsigned seed, int steps) {
        std::mt19937 random{seed};
        for (int step = 0; step < steps; ++step) {
            const std::string value = fmt::format("{}-{}", seed, step);
            switch (random() % 8) {
                case 0:
                    save();
                    break;
                case 1:
                    add(value);
                    break;
                case 2:
                    take_back();
                    break;
                case 3:
                    remove(random());
                    break;
                default:
                    set(random(), value);
            }
        }
    }

private:
    template <class Visit>
    void for_each_feature(Visit&& visit) const {
        const auto& source = open_.session->source(0);
        for (std::uint32_t i = 0; i < source->next_index(); ++i)
            if (const auto state = source->state(i)) visit(i, *state);
    }

    [[nodiscard]] std::pair<std::uint32_t, std::string> any_feature(std::size_t choice) const {
        std::vector<std::pair<std::uint32_t, std::string>> all;
        for_each_feature([&](std::uint32_t i, const map::FeatureState& s) {
            all.push_back({i, text_of(s, "uid")});
        });
        return all.at(choice % all.size());
    }

    void set(std::size_t choice, const std::string& value) {
        const auto [feature, uid] = any_feature(choice);
        say(fmt::format("try set {} {}", uid, value));
        apply(map::SetAttributes{{{0, feature}}, {{"value", {value}}}});
    }
    void add(const std::string& uid) {
        say(fmt::format("try add {} new", uid));
        apply(map::AddFeatures{0, {{point(open_.at(101, 26)), {}, {{"uid", {uid}}, {"value", {"new"}}}}}});
    }
    void remove(std::size_t choice) {
        if (open_.session->source(0)->size() < 3) return;
        const auto [feature, uid] = any_feature(choice);
        say(fmt::format("try delete {} -", uid));
        apply(map::DeleteFeatures{{{0, feature}}});
    }
    void apply(const map::EditCommand& command) {
        const map::Edit& edit = *open_.session->apply(command).value();
        wait(journal_->append(step_of(std::string{map::name_key(edit.kind)}, edit.subject, edit.changes)));
    }
    void take_back() {
        const map::Edit* edit = open_.session->history().next_undo();
        if (!edit) return;
        const map::FeatureChange& change = edit->changes.front();
        const std::string uid = text_of(change.after ? *change.after : *change.before, "uid");
        say(change.before ? fmt::format("try set {} {}", uid, text_of(*change.before, "value"))
                          : fmt::format("try delete {} -", uid));
        wait(journal_->append(step_of("edit.undo", "", *open_.session->undo())));
    }
    void save() {
        say("try save - -");
        const auto saved = open_.file->save(open_.session->source(0), journal_.get());
        say(saved ? "done" : "failed " + saved.error().message());
    }
    void wait(std::uint64_t record) const {
        const auto synced = journal_->wait(record);
        say(synced ? "done" : "failed " + synced.error().message());
        if (!synced) std::exit(3);
    }
    static void say(const std::string& line) {
        fmt::print("{}\n", line);
        std::fflush(stdout);
    }

    OpenFile open_;
    std::unique_ptr<Journal> journal_;
};

int run(int argc, char** argv) {
    if (argc < 4) return 2;
    Editor editor{argv[2], argv[3]};
    if (std::string_view{argv[1]} == "show")
        editor.show();
    else
        editor.edit(static_cast<unsigned>(std::atoi(argv[4])), std::atoi(argv[5]));
    return 0;
}

}  // namespace
}  // namespace jinsha::io

int main(int argc, char** argv) {
    try {
        return jinsha::io::run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
