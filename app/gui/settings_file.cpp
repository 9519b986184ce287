#include "app/gui/settings_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace wb::gui {

using namespace Qt::StringLiterals;

namespace {

// Goes up when an older version could take what is written for something else.
constexpr int formatNumber = 1;

std::unique_ptr<QSettings> opened(const QString& file)
{
    return std::make_unique<QSettings>(file, QSettings::IniFormat);
}

QString shown(const QString& file)
{
    return QDir::toNativeSeparators(file);
}

}  // namespace

std::unique_ptr<QSettings> openSettings(const QString& file, QString& note)
{
    auto settings = opened(file);
    // QSettings passes over some of what it cannot read, so a file with nothing in it counts as damaged too.
    if (settings->status() == QSettings::FormatError || (settings->allKeys().isEmpty() && QFileInfo(file).size() > 0)) {
        settings.reset();
        const QString aside = file + u".broken"_s;
        QFile::remove(aside);
        QFile::rename(file, aside);
        note = QCoreApplication::translate("main", "The settings in %1 cannot be read. They are now in %2, and new ones are begun.")
                   .arg(shown(file), shown(aside));
        settings = opened(file);
    } else if (const int number = settings->value(u"format"_s, 0).toInt(); number > formatNumber) {
        const QFileInfo info(file);
        const QString own = info.path() + u'/' + info.completeBaseName() + u"-%1.ini"_s.arg(formatNumber);
        note = QCoreApplication::translate(
                   "main", "The settings in %1 are of a newer version of Weightbridge. They stay as they are; this version keeps its own in %2.")
                   .arg(shown(file), shown(own));
        settings = opened(own);
    }
    settings->setValue(u"format"_s, formatNumber);
    return settings;
}

QString settingsFile(const QString& profile)
{
    if (!profile.isEmpty()) {
        return profile + u"/settings.ini"_s;
    }
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"weightbridge"_s, u"weightbridge"_s).fileName();
}

}  // namespace wb::gui
