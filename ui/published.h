#pragma once

#include "core/job/remote_source.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace wb::ui {

// A published file on its way to this machine: what was named, what its server said, and how it is to come.
struct Published {
    QString address;  // as it was named; may hold a signature: neither shown nor stored
    job::Source source;
    std::optional<job::RemoteFacts> facts;  // absent until it was checked online
    uint64_t requests = 0;                  // that the check took
    uint64_t bytesRead = 0;
    std::optional<job::WayChoice> choice;  // absent without a plan
    job::Way way = job::Way::Keep;
    bool wayIsAsked = false;  // by the user
    QString folder;           // where the file is kept
    job::Kept kept;           // of an earlier run
    uint64_t bytes = 0;       // of the whole file; 0: not known
    bool isAgreed = false;    // its plan was seen and carrying it out was asked for
    bool isStarted = false;   // bytes were asked for
    std::optional<job::Fetched> fetched;
};

}  // namespace wb::ui
