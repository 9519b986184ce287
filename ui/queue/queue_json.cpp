#include "ui/queue/queue_store.h"

#include "ui/format.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace wb::ui {

using namespace Qt::StringLiterals;
using State = QueueEntry::State;

namespace {

constexpr int schema = 1;
constexpr qsizetype mostEntries = 100'000;
constexpr std::array stateNames{"queued", "running", "paused", "done", "failed", "cancelled"};

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// A number above 2^53 is no size of a file.
QJsonValue numberOf(uint64_t number)
{
    return static_cast<qint64>(number);
}

uint64_t countFrom(const QJsonValue& value)
{
    return static_cast<uint64_t>(std::max<qint64>(value.toInteger(), 0));
}

QJsonObject objectOf(const plan::Options& options)
{
    QJsonArray edits;
    for (const mapping::KeyEdit& edit : options.edits) {
        edits.append(QJsonObject{{u"source"_s, textOf(edit.source)},
                                 {u"destination"_s, edit.destination ? QJsonValue(textOf(*edit.destination)) : QJsonValue(QJsonValue::Null)}});
    }
    QJsonArray labels;
    for (const std::string& label : options.labels) {
        labels.append(textOf(label));
    }
    return {{u"folder"_s, pathFromBytes(options.outputFolder)},
            {u"variant"_s, textOf(options.variant)},
            {u"format"_s, textOf(plan::formatName(options.format))},
            {u"dtype"_s, options.dtype ? QJsonValue(textOf(tensor::dtypeName(*options.dtype))) : QJsonValue(QJsonValue::Null)},
            {u"shard_bytes"_s, numberOf(options.shardBytes)},
            {u"labels"_s, labels},
            {u"edits"_s, edits}};
}

QJsonObject objectOf(const Error& error)
{
    QJsonArray facts;
    for (const Fact& fact : error.facts()) {
        facts.append(QJsonArray{textOf(fact.name), textOf(fact.value)});
    }
    return {{u"id"_s, textOf(errorId(error.code()))}, {u"facts"_s, facts}};
}

QJsonObject objectOf(const QueueEntry& entry)
{
    QJsonObject object{{u"path"_s, entry.path},
                       {u"address"_s, isStorable(entry.address) ? entry.address : QString()},
                       {u"shown"_s, entry.shown},
                       {u"options"_s, objectOf(entry.options)},
                       {u"overwrite"_s, entry.overwrite},
                       {u"way"_s, entry.way == job::Way::Keep ? u"keep"_s : u"stream"_s},
                       {u"keep_folder"_s, entry.keepFolder},
                       {u"file_name"_s, entry.fileName},
                       {u"fingerprint"_s, textOf(entry.fingerprint)},
                       {u"state"_s, QString::fromLatin1(stateNames[static_cast<size_t>(entry.state)])},
                       {u"bytes_done"_s, numberOf(entry.bytesDone)},
                       {u"bytes_total"_s, numberOf(entry.bytesTotal)}};
    if (entry.error) {
        object.insert(u"error"_s, objectOf(*entry.error));
    }
    return object;
}

plan::Options optionsFrom(const QJsonObject& object)
{
    plan::Options options;
    options.outputFolder = pathBytes(object[u"folder"_s].toString());
    options.variant = object[u"variant"_s].toString().toStdString();
    options.format = plan::formatFromName(object[u"format"_s].toString().toStdString()).value_or(plan::Format::Safetensors);
    for (const tensor::DType dtype : {tensor::DType::F32, tensor::DType::F16, tensor::DType::BF16}) {
        if (object[u"dtype"_s].toString() == textOf(tensor::dtypeName(dtype))) {
            options.dtype = dtype;
        }
    }
    if (const QJsonValue bytes = object[u"shard_bytes"_s]; bytes.isDouble()) {
        options.shardBytes = countFrom(bytes);
    }
    for (const QJsonValue& label : object[u"labels"_s].toArray()) {
        options.labels.push_back(label.toString().toStdString());
    }
    for (const QJsonValue& value : object[u"edits"_s].toArray()) {
        mapping::KeyEdit edit{value[u"source"_s].toString().toStdString(), {}};
        if (value[u"destination"_s].isString()) {
            edit.destination = value[u"destination"_s].toString().toStdString();
        }
        options.edits.push_back(std::move(edit));
    }
    return options;
}

std::optional<Error> errorFrom(const QJsonValue& value)
{
    const auto code = errorFromId(value[u"id"_s].toString().toStdString());
    if (!code) {
        return std::nullopt;
    }
    Error error(*code);
    for (const QJsonValue& fact : value[u"facts"_s].toArray()) {
        error.with(fact[0].toString().toStdString(), fact[1].toString().toStdString());
    }
    return error;
}

// What was running or waiting is begun again when the user says so.
State stateFrom(const QString& name)
{
    for (const State state : {State::Done, State::Failed, State::Cancelled}) {
        if (name == QLatin1StringView(stateNames[static_cast<size_t>(state)])) {
            return state;
        }
    }
    return State::Paused;
}

std::optional<QueueEntry> entryFrom(const QJsonObject& object)
{
    QueueEntry entry;
    entry.path = object[u"path"_s].toString();
    entry.address = object[u"address"_s].toString();
    entry.shown = object[u"shown"_s].toString();
    entry.options = optionsFrom(object[u"options"_s].toObject());
    if (entry.shown.isEmpty() || entry.options.outputFolder.empty()) {
        return std::nullopt;
    }
    entry.overwrite = object[u"overwrite"_s].toBool();
    entry.way = object[u"way"_s].toString() == u"stream"_s ? job::Way::Stream : job::Way::Keep;
    entry.keepFolder = object[u"keep_folder"_s].toString();
    entry.fileName = object[u"file_name"_s].toString();
    entry.fingerprint = object[u"fingerprint"_s].toString().toStdString();
    entry.state = stateFrom(object[u"state"_s].toString());
    entry.bytesDone = countFrom(object[u"bytes_done"_s]);
    entry.bytesTotal = countFrom(object[u"bytes_total"_s]);
    entry.error = entry.state == State::Failed ? errorFrom(object[u"error"_s]) : std::nullopt;
    return entry;
}

}  // namespace

QByteArray queueToJson(const std::vector<QueueEntry>& entries)
{
    QJsonArray array;
    for (const QueueEntry& entry : entries) {
        array.append(objectOf(entry));
    }
    return QJsonDocument(QJsonObject{{u"schema"_s, schema}, {u"entries"_s, array}}).toJson(QJsonDocument::Compact);
}

std::optional<std::vector<QueueEntry>> queueFromJson(const QByteArray& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (object[u"schema"_s].toInt() != schema || !object[u"entries"_s].isArray()) {
        return std::nullopt;
    }
    const QJsonArray array = object[u"entries"_s].toArray();
    std::vector<QueueEntry> entries;
    for (qsizetype i = 0; i < std::min(array.size(), mostEntries); ++i) {
        if (auto entry = entryFrom(array[i].toObject())) {
            entries.push_back(std::move(*entry));
        }
    }
    return entries;
}

}  // namespace wb::ui
