#pragma once

#include "app/bench_figures.hpp"
#include "app/bench_window.hpp"
#include "geo/envelope.hpp"

#include <string>
#include <vector>

namespace jinsha::app {

/// A place to jump to, in the map CRS.
struct NamedBox {
    std::string name;
    geo::Envelope box;
};

/// Goes the fixed camera path: a drag over finished tiles, drags while tiles are painted, wheel notches in
/// and out, jumps to each of `views`, picks. Adds to `figures`. False when the map does not come to rest in
/// minutes.
[[nodiscard]] bool go_along_path(BenchWindow& window, const std::vector<NamedBox>& views,
                                 BenchFigures& figures);

}  // namespace jinsha::app
