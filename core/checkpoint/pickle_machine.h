#pragma once

#include "core/base/job_context.h"
#include "core/checkpoint/pickle_value.h"
#include "core/io/buffered_reader.h"

#include <string>

namespace wb::checkpoint {

// Interprets one pickle, protocols 0 to 5, into values. Calls nothing, imports nothing, constructs no Python object: a global is a name,
// REDUCE/NEWOBJ/BUILD of a name it knows (torch's tensor and parameter rebuilders, collections' containers …) makes a value of ours, of any
// other an Opaque. Stops after STOP; the reader then stands on the next byte.
// `part` names the stream in errors ("archive/data.pkl", "pickle 4"). Throws Pickle… errors with file, part, offset; LimitExceeded.
// Source: CPython Lib/pickletools.py (opcode semantics), torch/_weights_only_unpickler.py.
PickleTree readPickle(io::BufferedReader& reader, const std::string& part, JobContext& job);

}  // namespace wb::checkpoint
