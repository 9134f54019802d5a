#include "io/merge_text.hpp"

#include "json/patch.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace jinsha::io {
namespace {

using Elements = std::vector<json::Value>;
constexpr std::size_t kNone = SIZE_MAX;

std::string_view id_text(const json::Value& feature) {
    const auto id = feature.find("id");
    return id ? id->text() : std::string_view{};
}

std::string_view whole_text(const json::Value& feature) {
    return feature.text();
}

using KeyOf = std::string_view (*)(const json::Value&);

/// Where each key stands; kNone for one that is there twice.
std::unordered_map<std::string_view, std::size_t> places_by(const Elements& elements, KeyOf key_of) {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const std::string_view key = key_of(elements[i]);
        if (key.empty()) continue;
        const auto [place, is_new] = places.try_emplace(key, i);
        if (!is_new) place->second = kNone;
    }
    return places;
}

/// For each element of `known` its place in `theirs`, or kNone.
std::vector<std::size_t> found_again(const Elements& known, const Elements& theirs) {
    std::vector<std::size_t> places(known.size(), kNone);
    std::vector<bool> is_taken(theirs.size());
    for (const KeyOf key_of : {&id_text, &whole_text}) {
        const auto there = places_by(theirs, key_of);
        for (const auto& [key, i] : places_by(known, key_of)) {
            if (i == kNone || places[i] != kNone) continue;
            const auto j = there.find(key);
            if (j == there.end() || j->second == kNone || is_taken[j->second]) continue;
            places[i] = j->second;
            is_taken[j->second] = true;
        }
    }
    if (known.size() != theirs.size()) return places;
    for (std::size_t i = 0; i < known.size(); ++i)
        if (places[i] == kNone && !is_taken[i]) places[i] = i;
    return places;
}

/// An id belongs to one feature.
std::string without_id(const std::string& feature) {
    const json::Index index{feature};
    const auto root = index.root();
    if (!root) return feature;
    json::ItemChanges changes;
    const auto members = root->members();
    for (std::size_t i = 0; i < members.size(); ++i)
        if (members[i].name() == "id") changes.removed.push_back(i);
    std::vector<json::Patch> patches;
    json::change_items(*root, changes, json::Layout::of(index), 0, patches);
    json::sort(patches);
    return json::patched(feature, patches);
}

class Merger {
public:
    Merger(const GeoJsonText& known, const GeoJsonText& theirs,
           const std::map<std::uint32_t, MergeChoice>& choices)
        : known_{known.features()},
          theirs_{theirs},
          choices_{choices},
          places_{found_again(known.features(), theirs.features())},
          features_(theirs.features().size()) {}

    Merged run(const ElementFeatures& features, const std::vector<TextChange>& ours) {
        for (std::size_t i = 0; i < known_.size(); ++i)
            if (places_[i] != kNone) features_[places_[i]] = features[i];
        for (const TextChange& change : ours) {
            if (!change.element) {
                append(*change.text, change.feature);
            } else if (places_[*change.element] == kNone) {
                change_missing(change);
            } else {
                change_found(change, places_[*change.element]);
            }
        }
        if (!conflicts_.empty()) return {{}, std::move(conflicts_), {}};
        return finish();
    }

private:
    [[nodiscard]] std::optional<MergeChoice> choice(const TextChange& change) {
        const auto chosen = choices_.find(change.feature);
        if (chosen != choices_.end()) return chosen->second;
        conflicts_.push_back(change.feature);
        return std::nullopt;
    }

    /// The other program has deleted it.
    void change_missing(const TextChange& change) {
        if (!change.text) return;
        const auto chosen = choice(change);
        if (chosen && *chosen != MergeChoice::Theirs) append(*change.text, change.feature);
    }

    void change_found(const TextChange& change, std::size_t there) {
        const std::string_view theirs = theirs_.features()[there].text();
        if (change.text && *change.text == theirs) return;
        const bool is_theirs_untouched = theirs == known_[*change.element].text();
        const auto chosen = is_theirs_untouched ? std::optional{MergeChoice::Mine} : choice(change);
        if (!chosen || *chosen == MergeChoice::Theirs) return;
        if (*chosen == MergeChoice::Mine) return put(change, there);
        if (change.text) append(without_id(*change.text), std::nullopt);
    }

    void put(const TextChange& change, std::size_t there) {
        if (change.text)
            patches_.push_back({theirs_.features()[there].range(), *change.text});
        else
            items_.removed.push_back(there);
    }

    void append(std::string text, std::optional<std::uint32_t> feature) {
        items_.inserted.push_back({theirs_.features().size(), std::move(text)});
        added_.push_back(feature);
    }

    Merged finish() {
        std::ranges::sort(items_.removed);
        json::change_items(theirs_.list(), items_, theirs_.layout(), GeoJsonText::kFeatureDepth - 1,
                           patches_);
        json::sort(patches_);
        Merged merged{json::patched(theirs_.text(), patches_), {}, {}};
        for (std::size_t i = 0; i < features_.size(); ++i)
            if (!std::ranges::binary_search(items_.removed, i)) merged.features.push_back(features_[i]);
        merged.features.insert(merged.features.end(), added_.begin(), added_.end());
        return merged;
    }

    const Elements& known_;
    const GeoJsonText& theirs_;
    const std::map<std::uint32_t, MergeChoice>& choices_;
    std::vector<std::size_t> places_;
    ElementFeatures features_, added_;
    std::vector<json::Patch> patches_;
    json::ItemChanges items_;
    std::vector<std::uint32_t> conflicts_;
};

}  // namespace

Merged merge_texts(const GeoJsonText& known, const ElementFeatures& features, const GeoJsonText& theirs,
                   const std::vector<TextChange>& ours, const std::map<std::uint32_t, MergeChoice>& choices) {
    return Merger{known, theirs, choices}.run(features, ours);
}

}  // namespace jinsha::io
