#include "ui/format.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t shownBytes = 400;

QString translated(const char* text)
{
    return QCoreApplication::translate("wb::ui::Format", text);
}

QString translated(const char* text, int count)
{
    return QCoreApplication::translate("wb::ui::Format", text, nullptr, count);
}

}  // namespace

QString bytesText(uint64_t bytes)
{
    const int digits = bytes < 1'000'000 ? 0 : (bytes < 1'000'000'000 ? 1 : 2);
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), digits, QLocale::DataSizeSIFormat);
}

QString countText(uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString speedText(std::optional<double> bytesPerSecond)
{
    if (!bytesPerSecond) {
        return {};
    }
    //: bytes per second, such as 612 MB/s
    return translated(QT_TRANSLATE_NOOP("wb::ui::Format", "%1/s")).arg(bytesText(static_cast<uint64_t>(*bytesPerSecond)));
}

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    if (whole < 60) {
        return translated(QT_TRANSLATE_N_NOOP("wb::ui::Format", "%n s"), static_cast<int>(whole));
    }
    if (whole < 3600) {
        return u"%1:%2"_s.arg(whole / 60).arg(whole % 60, 2, 10, QChar(u'0'));
    }
    return u"%1:%2:%3"_s.arg(whole / 3600).arg(whole / 60 % 60, 2, 10, QChar(u'0')).arg(whole % 60, 2, 10, QChar(u'0'));
}

QString roughDurationText(double seconds)
{
    constexpr double minute = 60;
    constexpr double hour = 3600;
    if (seconds < minute) {
        return durationText(seconds);
    }
    if (seconds < 2 * hour) {
        return translated(QT_TRANSLATE_N_NOOP("wb::ui::Format", "%n min"), static_cast<int>(std::lround(seconds / minute)));
    }
    return translated(QT_TRANSLATE_N_NOOP("wb::ui::Format", "%n h"), static_cast<int>(std::lround(std::fmin(seconds / hour, 1e6))));
}

QString timeLeftText(std::optional<double> seconds)
{
    constexpr double longest = 100.0 * 3600.0;
    if (!seconds || *seconds > longest) {
        return {};
    }
    return translated(QT_TRANSLATE_NOOP("wb::ui::Format", "%1 left")).arg(durationText(*seconds));
}

int permille(uint64_t done, uint64_t total)
{
    if (total == 0) {
        return 0;
    }
    const double share = static_cast<double>(done) / static_cast<double>(total);
    return static_cast<int>(std::floor(1000.0 * std::fmin(share, 1.0)));
}

QString shown(std::string_view text)
{
    const bool isPlain = text.size() <= shownBytes && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (isPlain) {
        return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    }
    return QString::fromStdString(printable(text, shownBytes));
}

QString shapeShown(const std::vector<uint64_t>& shape)
{
    if (shape.empty()) {
        return translated(QT_TRANSLATE_NOOP("wb::ui::Format", "scalar"));
    }
    QStringList sizes;
    for (const uint64_t size : shape) {
        sizes.append(QString::number(size));
    }
    return sizes.join(u" × "_s);
}

std::string pathBytes(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

QString pathFromBytes(const std::string& path)
{
    return QFile::decodeName(path.c_str());
}

}  // namespace wb::ui
