#include "ui/catalogue_scan.h"

#include "core/base/error.h"

#include <utility>

namespace wb::ui {

namespace {

constexpr int stopMilliseconds = 1000;

job::LocalVariants lookAround(ConversionPipeline& pipeline, const CancelToken& cancel, Log& log)
{
    Progress progress;
    JobContext job{cancel, progress, log};
    try {
        return pipeline.variantsHere(job);
    } catch (const Cancelled&) {
    } catch (const Error& error) {
        log.warning(error.what());
    }
    return {};
}

}  // namespace

CatalogueScan::CatalogueScan(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log, QObject* parent) : QObject(parent)
{
    const auto found = std::make_shared<job::LocalVariants>();
    m_thread.reset(QThread::create(
        [found, cancel = m_cancel, pipeline = std::move(pipeline), log = std::move(log)] { *found = lookAround(*pipeline, *cancel, *log); }));
    connect(m_thread.get(), &QThread::finished, this, [this, found] {
        QStringList names;
        for (const std::string& name : found->names) {
            names.append(QString::fromStdString(name));
        }
        Q_EMIT ended(names, found->freeBytes);
    });
    m_thread->setObjectName(QStringLiteral("catalogue"));
    m_thread->start(QThread::LowPriority);
}

CatalogueScan::~CatalogueScan()
{
    m_cancel->cancel();
    m_thread->disconnect(this);
    if (!m_thread->wait(stopMilliseconds)) {
        static_cast<void>(m_thread.release());
    }
}

}  // namespace wb::ui
