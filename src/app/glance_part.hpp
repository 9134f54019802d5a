#pragma once

#include "app/window_part.hpp"
#include "ui/glance_model.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// The district at a glance: the figures of the document's file, in the language of the interface.
class GlancePart final : public WindowPart {
public:
    explicit GlancePart(WindowContext& context);

    void map_closing() override;
    void update(double now_s) override;

private:
    [[nodiscard]] ui::GlanceModel model() const;
    [[nodiscard]] ui::Figure figure(const map::Indicator& indicator) const;
    [[nodiscard]] std::vector<const map::FeatureSource*> sources() const;
    void count();

    /// What the model was made from.
    struct Shown {
        std::string language, lit;
        std::vector<const map::FeatureSource*> sources;
        bool operator==(const Shown&) const = default;
    };

    WindowContext& context_;
    std::map<std::string, std::size_t> counts_;  // of projects, by transformation
    std::optional<Shown> shown_;
};

}  // namespace jinsha::app
