#pragma once

#include "core/base/error.h"
#include "core/job/publish.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace wb::ui {

enum class PublishStage { Check, Send, Commit };

// An upload that was begun and not committed, as it was seen last.
struct UnfinishedUpload {
    QString folder;
    QString repository;
    uint64_t bytesKept = 0;  // that the Hub's store has
    uint64_t bytesTotal = 0;
    std::string fingerprint;  // of what was confirmed

    bool operator==(const UnfinishedUpload&) const = default;
};

// A finished folder on its way to the Hub: how far it is and what came of it.
struct Publishing {
    enum class Act { Nothing, AskingToken, Checking, Sending };

    Act act = Act::Nothing;  // that runs now
    PublishStage stage = PublishStage::Check;
    bool isPaused = false;
    bool isCancelled = false;                      // what was sent is kept
    uint64_t bytesKept = 0;                        // of those to send, that the Hub's store has
    std::shared_ptr<const job::PublishPlan> plan;  // null: not checked, or something was changed since
    std::optional<job::Publication> publication;
    std::optional<Error> error;               // at the stage
    std::optional<UnfinishedUpload> earlier;  // of an earlier session, and not gone on with
    std::string confirmed;                    // fingerprint of what is sent without another question; empty: none
    bool isOther = false;                     // the plan is not what was confirmed in an earlier session
};

// What was checked is no longer so: it has to be checked again.
bool needsAnotherCheck(const Error& error) noexcept;

// Of what a plan sends, where to and how: equal for what one confirmation covers.
std::string fingerprintOf(const job::PublishPlan& plan);

}  // namespace wb::ui
