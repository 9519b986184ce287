#pragma once

#include "core/base/error.h"
#include "core/job/pipeline.h"
#include "core/job/remote_source.h"
#include "core/plan/plan.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace wb::ui {

class Session;

// One source on its way to a model folder, as it waits in the queue. A plain value.
struct QueueEntry {
    enum class State { Queued, Running, Paused, Done, Failed, Cancelled };

    quint64 id = 0;   // of this run of the program
    QString path;     // of a source on this machine; empty: it is published
    QString address;  // of a published one; empty where it may hold a signature and was not stored
    QString shown;    // the path, or the address without its query
    plan::Options options;
    bool overwrite = false;
    job::Way way = job::Way::Keep;  // of a published source
    QString keepFolder;
    QString fileName;         // in it
    std::string fingerprint;  // of the plan that was seen of a file on this machine; empty: none was

    State state = State::Queued;
    uint64_t bytesDone = 0;  // of its stage, when it stopped
    uint64_t bytesTotal = 0;
    std::optional<Error> error;           // Failed: why
    std::optional<job::Outcome> outcome;  // Done, in this run of the program

    bool isPublished() const { return path.isEmpty(); }
    // The file's or the variant's name.
    QString name() const;
};

// What a session has planned, or the variant that it shows. Empty where there is nothing to be done.
std::optional<QueueEntry> entryOf(const Session& session);
// A file or folder on this machine of which nothing is known yet.
QueueEntry entryOf(const QString& path);
// True where nothing of the address can be a signature: it may be stored and shown.
bool isStorable(const QString& address);

}  // namespace wb::ui
