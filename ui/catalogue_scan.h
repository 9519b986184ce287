#pragma once

#include "ui/conversion_pipeline.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <memory>

namespace wb::ui {

// Looks once, on a thread of its own, which variants of the catalogue are on this machine. Lives on the window's thread.
class CatalogueScan : public QObject {
    Q_OBJECT

public:
    CatalogueScan(std::shared_ptr<ConversionPipeline> pipeline, std::shared_ptr<Log> log, QObject* parent = nullptr);
    // A file system that does not answer is not waited for.
    ~CatalogueScan() override;

Q_SIGNALS:
    // Bytes free where sources are kept.
    void ended(const QStringList& names, quint64 freeBytes);

private:
    std::shared_ptr<CancelToken> m_cancel = std::make_shared<CancelToken>();
    std::unique_ptr<QThread> m_thread;
};

}  // namespace wb::ui
