#pragma once

#include "core/base/error.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace wb::ui {

class Session;

// What a button beside an error does.
enum class ErrorAct {
    TryAgain,
    Resume,           // the same, where an earlier run's bytes are kept
    StartAgain,       // the same, where they are of no use
    KeepBoth,         // sets the old bytes aside, then starts again
    OpenOther,        // asks for another file
    ChooseModel,      // goes to the list of models
    UseFound,         // the model that the file's shapes tell, instead of the named one
    ConvertWithHead,  // the same, where they differ in the classifier
    ShowMap,          // goes to the first problem of the table
    DropKeys,         // leaves out the keys that have no place
    ChooseFolder,     // asks for another output folder
    AllowReplacing,   // replaces what is in the output folder, then goes on
    UseBf16,          // writes half of the bytes
    ShowSpace,        // opens the folder on the full drive, to be cleared up
    OpenSettings,
    CheckPublishing,  // checks again what is to be published
    ShowPublishing,   // goes to the Publish page
    OpenTokenPage,
    OtherToken,  // goes where a token is pasted
    ReadLicence,
    ShowVerification,  // goes to the Verify page
    CopyDetails
};

// What of a session decides which acts help. Plain values.
struct ErrorSituation {
    bool hasSource = false;
    bool isEditable = true;
    bool canTryAgain = false;  // Session::tryAgain() does something
    bool hasPlan = false;
    bool isPublishing = false;          // the error is one of publishing
    bool onlyUnplaced = false;          // all problems of the map are keys without a place
    bool isNamedOtherwise = false;      // the model was named by the user, and the file's shapes tell another
    bool classifierDiffers = false;     // in that the file has a classifier
    std::optional<uint64_t> bf16Bytes;  // room that the result would take as BF16; absent: no smaller
    bool hasLicenceLink = false;
};

ErrorSituation situationOf(const Session& session);

// The acts that help with an error, the best first, CopyDetails last. Only those that can be done now.
std::vector<ErrorAct> actsFor(const Error& error, const ErrorSituation& situation);
// The label of its button.
QString actText(ErrorAct act, const ErrorSituation& situation);
// Stable word, for the name of the button: "try-again".
QString actName(ErrorAct act);

}  // namespace wb::ui
