#include "core/hub/discussions.h"

namespace wb::hub {

namespace {

Discussion discussionIn(const Json& entry, const net::Url& url)
{
    const Fields fields(entry, url);
    const Json* const author = fields.object("author");  // none of somebody who is gone
    const std::string status = fields.textOr("status", "");
    const bool isOpen = status == "open" || status == "draft";
    return {fields.number("num"), fields.text("title"), author == nullptr ? std::string() : Fields(*author, url).textOr("name", ""),
            isOpen && fields.flagOr("isPullRequest", false)};
}

}  // namespace

DiscussionPage discussionsIn(const Json& answer, const net::Url& url)
{
    const Fields fields(answer, url);
    DiscussionPage page;
    for (const Json& entry : fields.list("discussions")) {
        page.discussions.push_back(discussionIn(entry, url));
    }
    const uint64_t total = fields.number("count");
    const uint64_t before = fields.number("start");
    page.isLast = page.discussions.empty() || before >= total || total - before <= page.discussions.size();
    return page;
}

}  // namespace wb::hub
