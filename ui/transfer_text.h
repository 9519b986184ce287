#pragma once

#include "ui/session.h"

#include <QString>

#include <string_view>

namespace wb::ui {

// Words for what core says of a transfer by stable tokens. Plain text.

// Why nothing comes: "dl.example.org stopped sending.".
QString waitingCause(std::string_view token, const QString& host);
// The whole of it: cause, what is kept, and when the next try is: "… 12.40 GB of 35.40 GB kept. Next try in 0:42."
QString waitingText(const Session& session);
// The same count-down alone, for the line of the job.
QString nextTryText(uint64_t seconds);
// Why a way was chosen, with the sizes that decided.
QString wayReason(const job::WayChoice& choice);
// "12.40 GB of 35.40 GB", or the first alone where the whole is not known.
QString partOfText(uint64_t bytes, uint64_t total);
QString hostOf(const Published& published);
// A server's date as the user's locale writes it; as it was sent where it cannot be read.
QString dateText(const std::string& httpDate);
QString proofText(job::Proof proof);

}  // namespace wb::ui
