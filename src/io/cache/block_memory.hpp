#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace jinsha::io {

/// What was read from layer caches and may be wanted again, the latest used first, within a budget of bytes.
/// Shared by all layers of the program; any thread.
class BlockMemory {
public:
    static constexpr std::size_t kUsualBudget = std::size_t{256} << 20;

    explicit BlockMemory(std::size_t budget_bytes = kUsualBudget) : budget_{budget_bytes} {}

    struct Key {
        std::uint64_t file{}, offset{};
        bool operator==(const Key&) const = default;
    };
    template <class T>
    struct Loaded {
        std::shared_ptr<const T> value;  // null: cannot be read
        std::size_t bytes{};             // of memory, about
    };
    /// What is kept by that key, else what `load` gives, which is then kept. Two threads that miss at the
    /// same time both load. A key always stands for a thing of the same type.
    template <class T>
    [[nodiscard]] std::shared_ptr<const T> get(Key key, const std::function<Loaded<T>()>& load) {
        if (auto known = find(key)) return std::static_pointer_cast<const T>(known);
        const Loaded<T> loaded = load();
        if (loaded.value) keep(key, loaded.value, loaded.bytes);
        return loaded.value;
    }

    [[nodiscard]] std::size_t bytes() const;

private:
    struct Entry {
        Key key;
        std::shared_ptr<const void> value;
        std::size_t bytes{};
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept {
            return std::hash<std::uint64_t>{}(key.offset * 31 + key.file);
        }
    };
    [[nodiscard]] std::shared_ptr<const void> find(Key key);
    void keep(Key key, std::shared_ptr<const void> value, std::size_t bytes);

    const std::size_t budget_;
    mutable std::mutex mutex_;
    std::list<Entry> entries_;  // the latest used first
    std::unordered_map<Key, std::list<Entry>::iterator, KeyHash> places_;
    std::size_t bytes_{};
};

}  // namespace jinsha::io
