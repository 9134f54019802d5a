#include "io/cache/block_memory.hpp"

#include <utility>

namespace jinsha::io {

std::shared_ptr<const void> BlockMemory::find(Key key) {
    const std::scoped_lock lock{mutex_};
    const auto known = places_.find(key);
    if (known == places_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, known->second);
    return known->second->value;
}

void BlockMemory::keep(Key key, std::shared_ptr<const void> value, std::size_t bytes) {
    std::list<Entry> dropped;  // freed after the lock
    const std::scoped_lock lock{mutex_};
    if (places_.contains(key)) return;
    entries_.push_front({key, std::move(value), bytes});
    places_.emplace(key, entries_.begin());
    bytes_ += bytes;
    while (bytes_ > budget_ && !entries_.empty()) {
        bytes_ -= entries_.back().bytes;
        places_.erase(entries_.back().key);
        dropped.splice(dropped.begin(), entries_, std::prev(entries_.end()));
    }
}

std::size_t BlockMemory::bytes() const {
    const std::scoped_lock lock{mutex_};
    return bytes_;
}

}  // namespace jinsha::io
