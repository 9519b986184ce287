// Where results go, and what else counts until the user says otherwise.
#include "ui/session.h"

#include "ui/format.h"

#include <QDir>
#include <QStandardPaths>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

// Of published files, where the settings name no folder.
QString folderOfResults()
{
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return downloads.isEmpty() ? QDir::homePath() : downloads;
}

}  // namespace

std::string Session::resultFolderOf(const job::Source& published) const
{
    const QString own = pathFromBytes(m_preferences.resultFolder);
    const QString folder = own.isEmpty() ? folderOfResults() : own;
    return pathBytes(folder + u'/' + pathFromBytes(job::resultNameOf(published)) + u"-hf"_s);
}

plan::Options Session::defaultOptions() const
{
    plan::Options options;
    options.dtype = m_preferences.dtype;
    options.shardBytes = m_preferences.shardBytes.value_or(options.shardBytes);
    return options;
}

plan::Options Session::optionsFor(const job::Source& published) const
{
    plan::Options options = defaultOptions();
    options.outputFolder = resultFolderOf(published);
    return options;
}

void Session::usePreferences(const Preferences& preferences)
{
    m_pipeline->usePreferences(preferences);
    m_preferences = preferences;
    if (!hasSource()) {
        m_options = defaultOptions();
    }
    Q_EMIT stateChanged();
}

}  // namespace wb::ui
