#include "ui/repository_name.h"

#include <QStringList>

#include <algorithm>

namespace wb::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLetters = 96;

bool isTaken(QChar c)
{
    return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'-' || c == u'_' || c == u'.';
}

QString partProblem(const QString& part)
{
    if (part.size() > mostLetters) {
        return u"length"_s;
    }
    if (!std::all_of(part.begin(), part.end(), isTaken)) {
        return u"characters"_s;
    }
    for (const QChar edge : {u'-', u'.'}) {
        if (part.startsWith(edge) || part.endsWith(edge)) {
            return u"edge"_s;
        }
    }
    if (part.contains(u"--"_s) || part.contains(u".."_s)) {
        return u"double"_s;
    }
    return part.endsWith(u".git"_s) ? u"git-suffix"_s : QString();
}

}  // namespace

QString repositoryNameProblem(const QString& text)
{
    const QStringList parts = text.split(u'/');
    if (parts.size() > 2) {
        return u"parts"_s;
    }
    if (parts.last().isEmpty()) {
        return u"empty"_s;
    }
    if (parts.size() == 2 && parts.first().isEmpty()) {
        return u"no-owner"_s;
    }
    for (const QString& part : parts) {
        if (const QString problem = partProblem(part); !problem.isEmpty()) {
            return problem;
        }
    }
    return {};
}

}  // namespace wb::ui
