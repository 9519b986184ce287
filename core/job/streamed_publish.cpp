#include "core/job/streamed_publish.h"

#include "core/base/hash.h"
#include "core/hub/hub_folders.h"
#include "core/job/card_licence.h"
#include "core/job/publish_target.h"
#include "core/job/upload_sink.h"
#include "core/plan/conversion_report.h"

#include <algorithm>

namespace wb::job {

namespace {

std::string plannedCard(const plan::Plan& conversion)
{
    const auto found =
        std::find_if(conversion.textFiles.begin(), conversion.textFiles.end(), [](const mapping::TextFile& file) { return file.name == cardName; });
    return found == conversion.textFiles.end() ? std::string() : found->text;
}

void addFiles(const plan::Plan& conversion, const std::string& card, PublishPlan& plan)
{
    for (const plan::PlannedFile& file : conversion.weightFiles) {
        plan.files.push_back({file.name, file.bytes, {}, PublishFile::Way::Send, 0, 0});
        plan.bytesToSend += file.bytes;
    }
    for (const mapping::TextFile& file : conversion.textFiles) {
        const std::string& text = file.name == cardName ? card : file.text;
        plan.files.push_back({file.name, text.size(), Sha256::of(text), PublishFile::Way::Inline, 0, 0});
    }
    plan.files.push_back({plan::reportName, 0, {}, PublishFile::Way::Inline, 0, 0});
}

}  // namespace

PublishPlan planStreamedPublish(const plan::Plan& conversion, const PublishOptions& options, const net::Settings& settings, JobContext& job)
{
    PublishPlan plan;
    plan.options = options;
    const std::string standing = plannedCard(conversion);
    const LicensedCard card = passLicence(options.card.value_or(standing), conversion.detection.architecture.naming, plan.options);
    plan.licence = card.licence;
    plan.options.card = card.text;
    plan.token = requireTarget(plan.options, settings, job);
    hub::HubClient hub(settings, job);
    lookAtTarget(plan, hub, hub::parseRepository(plan.options.repository));
    hub.validateCard(card.text);
    addFiles(conversion, card.text, plan);
    return plan;
}

std::string streamingFolder(const std::string& repository)
{
    const hub::Repository named = hub::parseRepository(repository);
    const std::string name = named.owner.empty() ? named.name : named.owner + "--" + named.name;
    return hub::userFolder(net::processEnvironment(), "XDG_CACHE_HOME", ".cache") + "/weightbridge/publishing/" + name;
}

StreamedPublication publishStreamed(const plan::Plan& conversion, const PublishPlan& plan, const net::Settings& settings,
                                    convert::ConvertOptions options, const Conversion& convert, JobContext& job)
{
    UploadSink sink(conversion, plan, settings, job);
    sink.open();
    options.sink = &sink;
    convert::Result converted = convert(options);
    return {std::move(converted), sink.publication()};
}

}  // namespace wb::job
