#include "ui/paces.h"

#include <algorithm>
#include <cmath>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostPaces = 16;
constexpr int hexadecimal = 16;

}  // namespace

Paces withPace(Paces paces, const job::Pace& pace)
{
    if (pace.fileSystem == 0) {
        return paces;
    }
    std::erase_if(paces, [&pace](const job::Pace& each) { return each.fileSystem == pace.fileSystem; });
    paces.insert(paces.begin(), pace);
    paces.resize(std::min(paces.size(), mostPaces));
    return paces;
}

QStringList pacesToText(const Paces& paces)
{
    QStringList lines;
    for (const job::Pace& pace : paces) {
        lines.append(u"%1 %2 %3"_s.arg(QString::number(pace.fileSystem, hexadecimal), QString::number(pace.bytes), QString::number(pace.seconds)));
    }
    return lines;
}

Paces pacesFromText(const QStringList& lines)
{
    Paces paces;
    for (const QString& line : lines) {
        const QStringList words = line.split(u' ');
        const job::Pace pace{words.value(0).toULongLong(nullptr, hexadecimal), words.value(1).toULongLong(), words.value(2).toDouble()};
        if (pace.fileSystem != 0 && pace.bytes > 0 && std::isfinite(pace.seconds) && pace.seconds > 0 && paces.size() < mostPaces) {
            paces.push_back(pace);
        }
    }
    return paces;
}

}  // namespace wb::ui
