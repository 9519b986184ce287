#include "core/inspect/statistics_cache.h"

#include <nlohmann/json.hpp>

#include <bit>

namespace wb::inspect {

namespace {

using Json = nlohmann::json;

uint64_t bitsOf(double value) noexcept
{
    return std::bit_cast<uint64_t>(value);
}

double fromBits(const Json& bits)
{
    return std::bit_cast<double>(bits.get<uint64_t>());
}

Json toJson(const TensorStatistics& statistics)
{
    Json values = Json::array();
    for (const double value : statistics.values) {
        values.push_back(bitsOf(value));
    }
    return {
        {"elements", statistics.elements},
        {"finite", statistics.finite},
        {"zeros", statistics.zeros},
        {"nan", statistics.nan},
        {"positive_infinity", statistics.positiveInfinity},
        {"negative_infinity", statistics.negativeInfinity},
        {"min", bitsOf(statistics.min)},
        {"max", bitsOf(statistics.max)},
        {"mean", bitsOf(statistics.mean)},
        {"deviation", bitsOf(statistics.deviation)},
        {"histogram", {{"exponent", statistics.histogram.exponent}, {"first", statistics.histogram.first}, {"counts", statistics.histogram.counts}}},
        {"values", std::move(values)}};
}

TensorStatistics statisticsFrom(const Json& json)
{
    TensorStatistics statistics;
    statistics.elements = json.at("elements").get<uint64_t>();
    statistics.finite = json.at("finite").get<uint64_t>();
    statistics.zeros = json.at("zeros").get<uint64_t>();
    statistics.nan = json.at("nan").get<uint64_t>();
    statistics.positiveInfinity = json.at("positive_infinity").get<uint64_t>();
    statistics.negativeInfinity = json.at("negative_infinity").get<uint64_t>();
    statistics.min = fromBits(json.at("min"));
    statistics.max = fromBits(json.at("max"));
    statistics.mean = fromBits(json.at("mean"));
    statistics.deviation = fromBits(json.at("deviation"));
    const Json& histogram = json.at("histogram");
    statistics.histogram.exponent = histogram.at("exponent").get<int>();
    statistics.histogram.first = histogram.at("first").get<int64_t>();
    statistics.histogram.counts = histogram.at("counts").get<std::vector<uint64_t>>();
    for (const Json& bits : json.at("values")) {
        statistics.values.push_back(fromBits(bits));
    }
    return statistics;
}

Json toJson(const TensorDifference& difference)
{
    return {{"elements", difference.elements},
            {"changed", difference.changed},
            {"first_changed", difference.firstChanged ? Json(*difference.firstChanged) : Json()},
            {"largest", bitsOf(difference.largest)},
            {"overflowed", difference.overflowed},
            {"vanished", difference.vanished}};
}

TensorDifference differenceFrom(const Json& json)
{
    TensorDifference difference;
    difference.elements = json.at("elements").get<uint64_t>();
    difference.changed = json.at("changed").get<uint64_t>();
    if (!json.at("first_changed").is_null()) {
        difference.firstChanged = json.at("first_changed").get<uint64_t>();
    }
    difference.largest = fromBits(json.at("largest"));
    difference.overflowed = json.at("overflowed").get<uint64_t>();
    difference.vanished = json.at("vanished").get<uint64_t>();
    return difference;
}

}  // namespace

std::string foundToJson(const FoundValues& found)
{
    Json json{{"schema", 1}, {"first", toJson(found.first)}};
    if (found.second) {
        json["second"] = toJson(*found.second);
    }
    if (found.difference) {
        json["difference"] = toJson(*found.difference);
    }
    return json.dump();
}

std::optional<FoundValues> foundFromJson(std::string_view text)
{
    try {
        const Json json = Json::parse(text);
        if (json.at("schema") != 1) {
            return std::nullopt;
        }
        FoundValues found{statisticsFrom(json.at("first")), {}, {}};
        if (json.contains("second")) {
            found.second = statisticsFrom(json.at("second"));
        }
        if (json.contains("difference")) {
            found.difference = differenceFrom(json.at("difference"));
        }
        return found;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace wb::inspect
