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

}  // namespace wb::net
