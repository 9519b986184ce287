// From what is written to what is looked for.
#include "ui/models/query_terms.h"

#include "ui/models/status_look.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Form = QueryToken::Form;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(wb::ui::KeyMapQuery)
};

using Read = std::optional<QueryTerm>;

QueryError errorAt(const QueryToken& token, const QString& reason, qsizetype offset, qsizetype length)
{
    return {reason, token.position + offset, std::max<qsizetype>(length, 1)};
}

QueryError errorAt(const QueryToken& token, const QString& reason)
{
    return errorAt(token, reason, 0, token.value.size());
}

// What a pattern may cost on one cell; PCRE2 gives up beyond it, within some milliseconds.
const QString limits = u"(*LIMIT_MATCH=300000)"_s;

Read expressionTerm(const QueryToken& token, Side side, QueryError& error)
{
    constexpr auto options = QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression written(token.value, options);
    if (!written.isValid()) {
        const qsizetype offset = std::clamp<qsizetype>(written.patternErrorOffset(), 0, token.value.size());
        error = errorAt(token, Words::tr("In the regular expression: %1.").arg(written.errorString()), std::min(offset, token.value.size() - 1), 1);
        return std::nullopt;
    }
    return QueryTerm{ExpressionTerm{QRegularExpression(limits + token.value, options), side}};
}

Read textTerm(const QueryToken& token, Side side, QueryError& error)
{
    if (token.form == Form::Expression) {
        return expressionTerm(token, side, error);
    }
    return QueryTerm{TextTerm{folded(token.value.toStdString()), side, token.form == Form::Quoted}};
}

// 28280x*, 28280 × 1 × 3, [28280,1], scalar. A last * stands for all that follows, any other for one dimension.
Read shapeTerm(const QueryToken& token, QueryError& error)
{
    ShapeTerm term;
    QString text = token.value.toLower();
    qsizetype begin = 0;
    if (text == u"scalar"_s || text == u"[]"_s) {
        return QueryTerm{term};
    }
    if (text.startsWith(u'[') && text.endsWith(u']')) {
        text.chop(1);
        begin = 1;
    }
    while (begin <= text.size()) {
        qsizetype end = begin;
        while (end < text.size() && text[end] != u'x' && text[end] != u'×' && text[end] != u',') {
            ++end;
        }
        const QString size = text.mid(begin, end - begin).trimmed();
        bool isNumber = false;
        const qulonglong number = size.toULongLong(&isNumber);
        if (size == u"*"_s && end == text.size()) {
            term.isOpen = true;
        } else if (isNumber || size == u"*"_s) {
            term.sizes.push_back(isNumber ? std::optional<uint64_t>(number) : std::nullopt);
        } else {
            error = errorAt(token, Words::tr("A shape is written as 28280x3x*, with a number or * for each dimension."),
                            std::min(begin, std::max<qsizetype>(token.value.size() - 1, 0)), end - begin);
            return std::nullopt;
        }
        begin = end + 1;
    }
    return QueryTerm{term};
}

Read dtypeTerm(const QueryToken& token, QueryError& error)
{
    const std::string name = token.value.toUpper().toStdString();
    if (const auto exact = tensor::dtypeFromName(name)) {
        return QueryTerm{DTypeTerm{{*exact}}};
    }
    if (const auto torch = tensor::dtypeFromTorchName(token.value.toLower().toStdString())) {
        return QueryTerm{DTypeTerm{{*torch}}};
    }
    DTypeTerm term;
    for (auto dtype = tensor::DType::F64; dtype <= tensor::DType::BOOL; dtype = static_cast<tensor::DType>(static_cast<int>(dtype) + 1)) {
        if (tensor::dtypeName(dtype).substr(0, name.size()) == name) {
            term.dtypes.push_back(dtype);
        }
    }
    if (term.dtypes.empty()) {
        error = errorAt(token, Words::tr("There is no such element type. The types are named as in safetensors: f32, f16, bf16, i64."));
        return std::nullopt;
    }
    return QueryTerm{term};
}

// A size as it is typed, and how much its last digit stands for: 1.2G is 1,200,000,000 give or take 50,000,000.
struct Size {
    double bytes = 0;
    double step = 1;
};

std::optional<Size> sizeOf(QStringView text)
{
    static const QRegularExpression form(u"^([0-9]{1,15})(?:\\.([0-9]{1,12}))?([kmgt]i?)?b?$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString unit = match.captured(3).toLower();
    const double power = unit.isEmpty() ? 0.0 : static_cast<double>(u"kmgt"_s.indexOf(unit[0]) + 1);
    const double factor = std::pow(unit.size() == 2 ? 1024.0 : 1000.0, power);
    const double decimals = static_cast<double>(match.captured(2).size());
    const double number = QString(match.captured(1) + u'.' + match.captured(2) + u'0').toDouble();
    return Size{number * factor, std::max(factor / std::pow(10.0, decimals), 1.0)};
}

uint64_t roundedUp(double bytes)
{
    return bytes <= 0 ? 0 : static_cast<uint64_t>(std::ceil(bytes));
}

// >1G, >=, <, <=, =1G, 1M..2G, 1M.., ..2G; without a sign, sizes that round to what is typed.
std::optional<BytesTerm> bytesRange(const QString& text)
{
    if (const qsizetype dots = text.indexOf(u".."_s); dots >= 0) {
        const std::optional<Size> least = dots == 0 ? Size{} : sizeOf(text.left(dots));
        const std::optional<Size> most = dots + 2 == text.size() ? Size{9e18} : sizeOf(text.mid(dots + 2));
        return least && most && text.size() > 2 ? std::optional(BytesTerm{roundedUp(least->bytes), static_cast<uint64_t>(most->bytes)})
                                                : std::nullopt;
    }
    const bool isGreater = text.startsWith(u'>');
    const bool isLess = text.startsWith(u'<');
    const bool hasEqual = text.mid(isGreater || isLess ? 1 : 0).startsWith(u'=');
    const std::optional<Size> size = sizeOf(QStringView(text).mid(qsizetype{isGreater || isLess} + qsizetype{hasEqual}));
    if (!size) {
        return std::nullopt;
    }
    const auto whole = static_cast<uint64_t>(size->bytes);
    if (isGreater) {
        return BytesTerm{hasEqual ? roundedUp(size->bytes) : whole + 1, UINT64_MAX};
    }
    if (isLess) {
        const uint64_t end = hasEqual ? whole + 1 : roundedUp(size->bytes);
        return end == 0 ? BytesTerm{1, 0} : BytesTerm{0, end - 1};
    }
    return size->step <= 1 ? BytesTerm{whole, whole}
                           : BytesTerm{roundedUp(size->bytes - size->step / 2), roundedUp(size->bytes + size->step / 2) - 1};
}

Read bytesTerm(const QueryToken& token, QueryError& error)
{
    const std::optional<BytesTerm> range = bytesRange(token.value);
    if (!range) {
        error = errorAt(token, Words::tr("A size is written as >1G, <=500k, 1M..2G or 4Mi."));
        return std::nullopt;
    }
    return QueryTerm{*range};
}

Read stageTerm(const QueryToken& token, QueryError& error)
{
    const QString name = token.value.toLower();
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    if (isNumber && number > 0) {
        return QueryTerm{StageTerm{Place{Place::Part::Stage, number, -1}}};
    }
    if (name == u"stem"_s) {
        return QueryTerm{StageTerm{Place{Place::Part::Stem, 0, -1}}};
    }
    if (name == u"head"_s) {
        return QueryTerm{StageTerm{Place{Place::Part::Head, 0, -1}}};
    }
    error = errorAt(token, Words::tr("A stage is a number from 1, stem or head."));
    return std::nullopt;
}

// The name of a status, or its beginning while it is typed; problem is all that must be seen to.
Read statusTerm(const QueryToken& token, QueryError& error)
{
    StatusTerm term;
    for (const mapping::Status status : statusesByUrgency) {
        const QString name = QString::fromUtf8(mapping::statusName(status));
        const bool isNamed = name.startsWith(token.value, Qt::CaseInsensitive) || statusWord(status).compare(token.value, Qt::CaseInsensitive) == 0;
        if (isNamed || (isProblem(status) && u"problem"_s.startsWith(token.value, Qt::CaseInsensitive))) {
            term.statuses.push_back(status);
        }
    }
    if (term.statuses.empty() || token.value.isEmpty()) {
        error = errorAt(token, Words::tr("A status is mapped, edited, dropped, unmapped, missing, mismatched or problem."));
        return std::nullopt;
    }
    return QueryTerm{term};
}

Read ruleTerm(const QueryToken& token)
{
    return QueryTerm{RuleTerm{folded(token.value.toStdString()), token.form == Form::Quoted}};
}

Read conditionOf(const QueryToken& token, QueryError& error)
{
    const QString& field = token.field;
    if (field.isEmpty()) {
        return textTerm(token, Side::Any, error);
    }
    if (field == u"source"_s) {
        return textTerm(token, Side::Source, error);
    }
    if (field == u"dest"_s || field == u"destination"_s) {
        return textTerm(token, Side::Destination, error);
    }
    const bool isKnown = QStringList{u"shape"_s, u"dtype"_s, u"bytes"_s, u"stage"_s, u"status"_s, u"rule"_s}.contains(field);
    if (!isKnown) {
        error = {Words::tr("There is no field “%1”. The fields are source, dest, shape, dtype, bytes, stage, status and rule.").arg(field),
                 token.fieldPosition, field.size()};
        return std::nullopt;
    }
    if (token.form == Form::Expression) {
        error = errorAt(token, Words::tr("Only source and dest take a regular expression."));
        return std::nullopt;
    }
    return field == u"shape"_s    ? shapeTerm(token, error)
           : field == u"dtype"_s  ? dtypeTerm(token, error)
           : field == u"bytes"_s  ? bytesTerm(token, error)
           : field == u"stage"_s  ? stageTerm(token, error)
           : field == u"status"_s ? statusTerm(token, error)
                                  : ruleTerm(token);
}

}  // namespace

std::optional<QueryTerm> queryTerm(const QueryToken& token, QueryError& error)
{
    Read term = conditionOf(token, error);
    if (term) {
        term->isNegated = token.isNegated;
    }
    return term;
}

}  // namespace wb::ui
