#pragma once

#include "core/convert/work_folder.h"
#include "core/plan/conversion_report.h"
#include "core/plan/plan.h"

namespace wb::convert {

// The proof of a finished copy, from what the journal recorded. Every weight file must be whole.
plan::ConversionReport makeReport(const plan::Plan& plan, const JournalState& journal);

// Gives every file its final name: weights of an older result go, then come the weights, the small files, the report last. Each step may be done
// again after a kill. Throws WouldOverwrite when, without leave to overwrite, something has come to lie there meanwhile; write errors.
void publishResult(const plan::Plan& plan, const plan::ConversionReport& report, bool overwrite, WorkFolder& work);

}  // namespace wb::convert
