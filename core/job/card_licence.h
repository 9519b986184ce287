#pragma once

#include "core/job/publish.h"

#include <string>
#include <string_view>

namespace wb::job {

// What the front matter of a model card states.
struct CardLicence {
    std::string id;    // SPDX, as the Hub has it, or "other"; empty: none
    std::string name;  // of another
    std::string link;
};
CardLicence licenceIn(std::string_view card);
// The card with this licence in its front matter in place of its own.
std::string withLicence(const std::string& card, const CardLicence& licence);

// The card to publish, and the licence that it states.
struct LicensedCard {
    std::string text;
    std::string licence;
};
// Weights in VISSL's names, and those whose card says so, are SEER's unless the options state another licence: then the options must accept SEER's.
// Throws LicenceNotAccepted.
LicensedCard passLicence(const std::string& card, const std::string& naming, const PublishOptions& options);

}  // namespace wb::job
