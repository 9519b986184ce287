#include "core/hub/commit_answer.h"

#include "core/base/text.h"

namespace wb::hub {

CommitAnswer commitIn(const net::Reply& reply, const net::Url& url)
{
    constexpr size_t longestUrl = 1000;
    const Json answer = objectIn(reply, url);
    const Fields fields(answer, url);
    return {printable(fields.text("commitOid")), printable(fields.textOr("commitUrl", ""), longestUrl)};
}

}  // namespace wb::hub
