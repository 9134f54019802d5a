#include "app/file_picker.hpp"

#include "app/file_places.hpp"

#include <utility>

namespace jinsha::app {

namespace {

constexpr std::string_view kDialog = "files";
constexpr std::size_t kMostAnswers = 8;  // those before have long been taken by the dialog

}  // namespace

FilePicker::FilePicker(WindowContext& context, std::function<void()> wake)
    : context_{context}, reader_{std::move(wake)} {}

void FilePicker::ask(ui::FileRequest request, Chosen chosen) {
    auto places = find_places();
    places.insert(places.end(), request.places.begin(), request.places.end());
    request.places = std::move(places);
    chosen_ = std::move(chosen);
    ui::Model& model = context_.model;
    if (model.dialog != kDialog) comes_back_ = std::exchange(model.dialog, kDialog);
    model.files =
        ui::FileDialogModel{++requests_, std::make_shared<const ui::FileRequest>(std::move(request)), {}};
}

bool FilePicker::take_from_panel(const ui::Command& command) {
    if (!context_.model.files) return false;
    if (const auto* list = std::get_if<ui::ListFolder>(&command)) {
        reader_.start(read_folder, list->folder);
    } else if (const auto* make = std::get_if<ui::MakeFolder>(&command)) {
        reader_.start(make_folder, make->folder);
    } else if (const auto* choose = std::get_if<ui::ChooseFiles>(&command)) {
        end();
        std::exchange(chosen_, {})(choose->files);
    } else if (command == ui::Command{ui::ShowDialog{}}) {
        end();
    } else {
        return false;
    }
    return true;
}

void FilePicker::end() {
    context_.model.files.reset();
    context_.model.dialog = std::exchange(comes_back_, {});
}

void FilePicker::update(double /*now_s*/) {
    auto listings = reader_.take();
    if (!context_.model.files) return;
    auto& answers = context_.model.files->answers;
    for (auto& listing : listings) answers.push_back({++answers_, std::move(listing)});
    if (answers.size() > kMostAnswers) answers.erase(answers.begin(), answers.end() - kMostAnswers);
}

}  // namespace jinsha::app
