# The Debian packages Jinsha is built from and tested with, and how they get onto the machine. Sourced by run and test.

build_packages=(
    g++
    cmake
    ninja-build
    ccache
    pkg-config
    python3
    libgdal-dev
    libproj-dev
    libgeos-dev
    libsfml-dev
    libimgui-dev
    libstb-dev
    libgl-dev
    libx11-dev
    libxcb1-dev
    libgl1-mesa-dri
    libagg-dev
    libcairo2-dev
    librsvg2-dev
    libpng-dev
    libicu-dev
    unicode-data
    libfreetype-dev
    libharfbuzz-dev
    libfontconfig-dev
    fonts-noto-cjk
    nlohmann-json3-dev
    libexpected-dev
    libfmt-dev
    libspdlog-dev
    libcli11-dev
)
test_packages=(
    libgtest-dev
    libgmock-dev
    libbenchmark-dev
    clang-format
    python3-jsonschema
    xvfb
    xdotool
    xclip
    x11-apps
    x11-utils
    imagemagick
    desktop-file-utils
    g++ cmake ninja-build ccache pkg-config
    libgdal-dev libproj-dev libgeos-dev
    libsfml-dev libimgui-dev libstb-dev libgl-dev libx11-dev libxcb1-dev libgl1-mesa-dri
    libagg-dev libcairo2-dev librsvg2-dev zlib1g-dev
    libfreetype-dev libharfbuzz-dev libfontconfig-dev fonts-noto-cjk
    nlohmann-json3-dev libexpected-dev libfmt-dev libspdlog-dev libcli11-dev
)
test_packages=(
    libgtest-dev libgmock-dev libpng-dev libbenchmark-dev clang-format python3 python3-jsonschema
    xvfb xdotool xclip x11-apps x11-utils imagemagick desktop-file-utils
    poppler-utils gdal-bin libxml2-utils
)
# For scripts/fuzz.
fuzz_packages=(
    clang
    libclang-rt-14-dev
)

# install_packages NAME… : installs what is missing; quiet and without the network when nothing is.
install_packages() {
    local name missing=()
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and neither root nor sudo is here to install them: ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} packages: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
