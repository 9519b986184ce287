#include "core/verify/shard_totals.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <string>

namespace wb::verify {

namespace {

using Json = nlohmann::json;

Error indexError(std::string_view problem)
{
    return Error(ErrorCode::ShardIndex).part("metadata").with("problem", problem);
}

class TotalsReader final : public nlohmann::json_sax<Json> {
public:
    explicit TotalsReader(const Limits& limits) : m_limits(limits) {}

    const ShardTotals& totals() const noexcept { return m_totals; }

    bool null() override { return other(); }
    bool boolean(bool) override { return other(); }
    bool string(string_t&) override { return other(); }
    bool binary(binary_t&) override { return other(); }
    bool number_integer(number_integer_t) override { return other(); }

    bool number_unsigned(number_unsigned_t value) override
    {
        if (auto* const place = wanted()) {
            *place = value;
        }
        return true;
    }

    // Older writers have the sum as 1234.0.
    bool number_float(number_float_t value, const string_t&) override
    {
        constexpr double exactBelow = 9007199254740992.0;
        auto* const place = wanted();
        if (place == nullptr) {
            return true;
        }
        if (!(value >= 0 && value < exactBelow) || std::floor(value) < value) {
            throw indexError("not-a-count");
        }
        *place = static_cast<uint64_t>(value);
        return true;
    }

    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        m_key = name;
        if (m_depth == 1) {
            m_inMetadata = name == "metadata";
        }
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        throw indexError("not-json").offset(position);
    }

private:
    std::optional<uint64_t>* wanted()
    {
        if (m_depth != 2 || !m_inMetadata) {
            return nullptr;
        }
        if (m_key == "total_size") {
            return &m_totals.bytes;
        }
        return m_key == "total_parameters" ? &m_totals.parameters : nullptr;
    }

    bool other()
    {
        if (wanted() != nullptr) {
            throw indexError("not-a-count");
        }
        return true;
    }

    bool open()
    {
        if (++m_depth > m_limits.jsonDepth) {
            throw indexError("too-deep");
        }
        return true;
    }

    bool close()
    {
        --m_depth;
        return true;
    }

    const Limits& m_limits;
    ShardTotals m_totals;
    std::string m_key;
    uint32_t m_depth = 0;
    bool m_inMetadata = false;
};

}  // namespace

ShardTotals readShardTotals(std::string_view json, const Limits& limits)
{
    TotalsReader reader(limits);
    Json::sax_parse(json, &reader);
    return reader.totals();
}

}  // namespace wb::verify
