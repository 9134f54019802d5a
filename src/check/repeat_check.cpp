#include "check/repeat_check.hpp"

#include <fmt/format.h>

#include <utility>

namespace jinsha::check {
namespace {

/// Kept as text with its kind before it, so that 1 and "1" are two ids.
std::string key_of(const json::Value& value) {
    return value.kind() == json::Kind::String ? fmt::format("\"{}", value.string())
                                              : fmt::format("{}", value.number());
}

}  // namespace

void RepeatCheck::add_id(const json::Value& id, std::size_t feature, Findings& findings) {
    const auto [known, is_new] = ids_.try_emplace(key_of(id), feature);
    if (is_new) return;
    findings.add({Severity::Error, "duplicate-id",
                  fmt::format("feature {} has the id {} already", known->second + 1, id.text()),
                  "give each feature an id of its own", std::nullopt, id.range(), std::nullopt});
}

void RepeatCheck::add_name(const json::Value& name, std::size_t feature, Findings& findings) {
    const auto [known, is_new] = names_.try_emplace(name.string(), feature);
    if (is_new) return;
    findings.add({Severity::Warning, "duplicate-name",
                  fmt::format("feature {} has the name {} already", known->second + 1, name.text()),
                  "tell the two apart, or take one of them out", std::nullopt, name.range(), std::nullopt});
}

void RepeatCheck::add_position(geo::SourcePoint at, const json::Value& position, std::size_t feature,
                               Findings& findings) {
    const auto [known, is_new] = positions_.try_emplace(fmt::format("{} {}", at.x, at.y), feature);
    if (is_new) return;
    findings.add({Severity::Warning, "same-position",
                  fmt::format("feature {} has the position {} already", known->second + 1, position.text()),
                  "look whether the two are one", std::nullopt, position.range(), std::nullopt});
}

}  // namespace jinsha::check
