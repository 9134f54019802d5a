#pragma once

#include <cpl_error.h>

#include <string>

namespace jinsha::io {

/// Catches what GDAL has to say in this thread as long as it lives, instead of letting it print. They nest.
class GdalErrors {
public:
    GdalErrors();
    ~GdalErrors();
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    /// The first failure, else the first warning, in GDAL's words; "" when there was none.
    [[nodiscard]] const std::string& first() const noexcept { return failure_.empty() ? warning_ : failure_; }
    /// The first failure; "" when there was none.
    [[nodiscard]] const std::string& failure() const noexcept { return failure_; }

private:
    static void CPL_STDCALL take(CPLErr severity, CPLErrorNum number, const char* message);
    std::string failure_, warning_;
};

}  // namespace jinsha::io
