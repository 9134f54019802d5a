#pragma once

#include "app/window_part.hpp"
#include "app/window_parts.hpp"

#include <filesystem>
#include <functional>
#include <optional>

namespace jinsha::app {

/// Damage that shows while the map is drawn (FeatureSource::fault): it is told, and the map is read again,
/// from the data themselves. Only told when it shows again soon after: then the disk is at fault, and reading
/// once more would not help.
class SourceFaultPart final : public WindowPart {
public:
    SourceFaultPart(WindowContext& context, const WindowRequests& requests)
        : context_{context}, open_map_{requests.open_map} {}

    void map_opened() override { is_told_ = false; }
    void update(double now_s) override;

private:
    void tell(const Error& fault, bool is_read_again);

    WindowContext& context_;
    std::function<void(const std::filesystem::path&)> open_map_;
    bool is_told_{};  // of the open map
    std::filesystem::path read_again_;
    std::optional<double> read_again_at_s_;
};

}  // namespace jinsha::app
