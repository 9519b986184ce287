#include "ui/unfinished_download.h"

#include "ui/format.h"
#include "ui/session.h"

#include <QSettings>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

const QString group = u"download"_s;

QString key(const char* name)
{
    return group + u'/' + QString::fromLatin1(name);
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

void saveUnfinished(QSettings& settings, const std::optional<UnfinishedDownload>& download)
{
    settings.remove(group);
    if (download) {
        const plan::Options& options = download->options;
        settings.setValue(key("address"), download->address);
        settings.setValue(key("shown"), download->shown);
        settings.setValue(key("way"), download->way == job::Way::Keep ? u"keep"_s : u"stream"_s);
        settings.setValue(key("folder"), download->folder);
        settings.setValue(key("outputFolder"), pathFromBytes(options.outputFolder));
        settings.setValue(key("variant"), textOf(options.variant));
        settings.setValue(key("format"), textOf(plan::formatName(options.format)));
        settings.setValue(key("dtype"), options.dtype ? textOf(tensor::dtypeName(*options.dtype)) : QString());
        settings.setValue(key("overwrite"), download->overwrite);
        settings.setValue(key("agreed"), download->isAgreed);
        settings.setValue(key("fingerprint"), textOf(download->fingerprint));
        settings.setValue(key("bytes"), static_cast<qulonglong>(download->bytes));
    }
    settings.sync();
}

std::optional<UnfinishedDownload> loadUnfinished(const QSettings& settings)
{
    const auto text = [&settings](const char* name) { return settings.value(key(name)).toString(); };
    UnfinishedDownload download;
    download.address = text("address");
    download.shown = text("shown");
    if (download.shown.isEmpty()) {
        return std::nullopt;
    }
    download.way = text("way") == u"stream"_s ? job::Way::Stream : job::Way::Keep;
    download.folder = text("folder");
    download.options.outputFolder = pathBytes(text("outputFolder"));
    download.options.variant = text("variant").toStdString();
    download.options.format = plan::formatFromName(text("format").toStdString()).value_or(plan::Format::Safetensors);
    for (const tensor::DType dtype : {tensor::DType::F32, tensor::DType::F16, tensor::DType::BF16}) {
        if (text("dtype") == textOf(tensor::dtypeName(dtype))) {
            download.options.dtype = dtype;
        }
    }
    download.overwrite = settings.value(key("overwrite")).toBool();
    download.isAgreed = settings.value(key("agreed")).toBool();
    download.fingerprint = text("fingerprint").toStdString();
    download.bytes = settings.value(key("bytes")).toULongLong();
    return download;
}

DownloadKeeper::DownloadKeeper(Session& session, QSettings& settings, QObject* parent) : QObject(parent), m_session(session), m_settings(settings)
{
    if (const auto left = loadUnfinished(settings)) {
        m_session.resumeLater(*left);
    }
    connect(&m_session, &Session::stateChanged, this, &DownloadKeeper::save);
}

void DownloadKeeper::save()
{
    if (m_session.unfinished() || m_settings.contains(key("shown"))) {
        saveUnfinished(m_settings, m_session.unfinished());
    }
}

}  // namespace wb::ui
