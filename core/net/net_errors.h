#pragma once

#include "core/base/error.h"
#include "core/net/http_client.h"
#include "core/net/remote_file.h"

namespace wb::net {

// Errors of this folder all have the fact "host"; "problem" is the stable token.

// A transfer that ended without an answer: NetworkFailed, TlsFailed, ProxyFailed, BadResponse (header fields, no HTTP), RedirectRefused (to-inside).
Error failureOf(const End& end, const Url& url);
// An answer that is not taken: HttpStatus, NotAuthorised, RemoteChanged, NoRange, ProxyFailed, BadResponse.
Error refusalOf(const Answer& answer, const Head& head, const Url& url, bool tokenSent);

// The server sends whole files only.
Error noRange(const RemoteFile& file);
// Throws RemoteChanged when what is found now is another state of the file than was found before.
void requireSameState(const RemoteFile& found, const RemoteFile& before);

}  // namespace wb::net
