#pragma once

namespace jinsha {

/// While one is there, no folder can be made lasting: fsync of a folder fails with EIO, as on a failing disk.
class FailingFolderSync {
public:
    FailingFolderSync();
    ~FailingFolderSync();
    FailingFolderSync(const FailingFolderSync&) = delete;
    FailingFolderSync& operator=(const FailingFolderSync&) = delete;
};

}  // namespace jinsha
