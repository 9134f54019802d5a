#include "io/gdal_errors.hpp"

namespace jinsha::io {

GdalErrors::GdalErrors() {
    CPLErrorReset();  // GDAL keeps its last error; without this an older one might be taken for ours
    CPLPushErrorHandlerEx(&GdalErrors::take, this);
}

GdalErrors::~GdalErrors() {
    CPLPopErrorHandler();
}

void CPL_STDCALL GdalErrors::take(CPLErr severity, CPLErrorNum /*number*/, const char* message) {
    auto& self = *static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
    std::string& kept = severity >= CE_Failure ? self.failure_ : self.warning_;
    if (severity >= CE_Warning && kept.empty()) kept = message;
}

}  // namespace jinsha::io
