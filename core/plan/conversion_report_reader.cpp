#include "core/base/error.h"
#include "core/base/text.h"
#include "core/plan/conversion_report.h"

#include <nlohmann/json.hpp>

#include <array>
#include <initializer_list>
#include <set>
#include <utility>

namespace wb::plan {

namespace {

using Json = nlohmann::json;

Error damaged(std::string_view problem)
{
    return Error(ErrorCode::JournalDamaged).part(reportName).with("problem", problem);
}

// Puts each value of the document into its place in the report. Fields it does not know are passed over; known ones must have their type, and no
// object may have a name twice.
class ReportReader final : public nlohmann::json_sax<Json> {
public:
    explicit ReportReader(const Limits& limits) : m_limits(limits) {}

    ConversionReport take()
    {
        constexpr std::array required{"schema", "fingerprint", "format", "files", "tensors"};
        for (const char* name : required) {
            if (!m_topNames.contains(name)) {
                throw damaged("missing-field").with("key", name);
            }
        }
        requireWhole();
        return std::move(m_report);
    }

    bool null() override { return otherScalar(); }
    bool boolean(bool) override { return otherScalar(); }
    bool number_float(number_float_t, const string_t&) override { return otherScalar(); }
    bool binary(binary_t&) override { return otherScalar(); }
    bool number_integer(number_integer_t) override { return otherScalar(); }  // negative

    bool number_unsigned(number_unsigned_t value) override
    {
        const std::string at = path();
        if (uint64_t* const place = numberPlace(at)) {
            *place = value;
            return true;
        }
        return otherScalar();
    }

    bool string(string_t& value) override
    {
        const std::string at = path();
        if (at == "dropped[]") {
            m_report.dropped.push_back(std::move(value));
        } else if (at == "warnings[]") {
            m_report.warnings.push_back(std::move(value));
        } else if (std::string* const place = textPlace(at)) {
            *place = std::move(value);
        } else {
            return otherScalar();
        }
        return true;
    }

    bool start_object(std::size_t) override
    {
        const std::string at = path();
        if (at == "files[]") {
            m_report.files.emplace_back();
        } else if (at == "tensors[]") {
            m_report.tensors.emplace_back();
        } else if (isList(at) || isScalar(at)) {
            throw damaged("type").with("key", printable(at));
        }
        requireRoomFor(m_report.files.size());
        requireRoomFor(m_report.tensors.size());
        push(false);
        return true;
    }

    bool key(string_t& name) override
    {
        Frame& frame = m_frames.back();
        if (!frame.names.insert(name).second) {
            throw damaged("duplicate").with("key", printable(name));
        }
        if (m_frames.size() == 1) {
            m_topNames.insert(name);
        }
        const bool plain = name.find_first_of(".[") == std::string::npos;
        frame.name = plain ? std::move(name) : "?";  // no field of ours: not to be taken for a path
        return true;
    }

    bool end_object() override
    {
        m_frames.pop_back();
        return true;
    }

    bool start_array(std::size_t) override
    {
        const std::string at = path();
        if (at.empty() || isObject(at) || isScalar(at)) {
            throw damaged("type").with("key", printable(at));
        }
        push(true);
        return true;
    }

    bool end_array() override
    {
        m_frames.pop_back();
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
    {
        throw damaged("not-json").offset(position);
    }

private:
    struct Frame {
        bool isArray = false;
        std::string name;             // of the value at hand
        std::set<std::string> names;  // so far
    };

    template <typename T> struct Place {
        std::string_view path;
        T* value;
    };

    // Where the value at hand is: "version", "source.name", "files[].bytes".
    std::string path() const
    {
        std::string out;
        for (const Frame& frame : m_frames) {
            if (frame.isArray) {
                out += "[]";
            } else {
                out += (out.empty() ? "" : ".") + frame.name;
            }
        }
        return out;
    }

    std::string* textPlace(std::string_view at)
    {
        const std::initializer_list<Place<std::string>> places{
            {"version", &m_report.version},
            {"fingerprint", &m_report.fingerprint},
            {"source.name", &m_report.sourceName},
            {"source.container", &m_report.container},
            {"source.state_dict", &m_report.stateDict},
            {"variant", &m_report.variant},
            {"naming", &m_report.naming},
            {"format", &m_report.format},
            {"pth", &m_report.pthName},
            {"files[].name", m_report.files.empty() ? nullptr : &m_report.files.back().name},
            {"files[].sha256", m_report.files.empty() ? nullptr : &m_report.files.back().sha256},
            {"tensors[].destination", m_report.tensors.empty() ? nullptr : &m_report.tensors.back().destination},
            {"tensors[].source", m_report.tensors.empty() ? nullptr : &m_report.tensors.back().source},
            {"tensors[].dtype", m_report.tensors.empty() ? nullptr : &m_report.tensors.back().dtype},
            {"tensors[].xxh3", m_report.tensors.empty() ? nullptr : &m_report.tensors.back().xxh3},
        };
        return placeIn(places, at);
    }

    uint64_t* numberPlace(std::string_view at)
    {
        mapping::Counts& counts = m_report.counts;
        const std::initializer_list<Place<uint64_t>> places{
            {"schema", &m_schema},
            {"source.bytes", &m_report.sourceBytes},
            {"counts.mapped", &counts.mapped},
            {"counts.dropped", &counts.dropped},
            {"counts.unmapped", &counts.unmapped},
            {"counts.missing", &counts.missing},
            {"counts.mismatched", &counts.mismatched},
            {"counts.edited", &counts.edited},
            {"files[].bytes", m_report.files.empty() ? nullptr : &m_report.files.back().bytes},
            {"tensors[].overflowed", m_report.tensors.empty() ? nullptr : &m_report.tensors.back().overflowed},
        };
        return placeIn(places, at);
    }

    template <typename T> static T* placeIn(std::initializer_list<Place<T>> places, std::string_view at)
    {
        for (const Place<T>& place : places) {
            if (place.path == at) {
                return place.value;
            }
        }
        return nullptr;
    }

    static bool isObject(std::string_view at) { return at == "source" || at == "counts" || at == "files[]" || at == "tensors[]"; }
    static bool isList(std::string_view at) { return at == "files" || at == "tensors" || at == "dropped" || at == "warnings"; }
    bool isScalar(const std::string& at) { return textPlace(at) != nullptr || numberPlace(at) != nullptr || at == "dropped[]" || at == "warnings[]"; }

    // A value that no place takes: harmless in a field that is not known.
    bool otherScalar()
    {
        const std::string at = path();
        if (at.empty() || isObject(at) || isList(at) || isScalar(at)) {
            throw damaged("type").with("key", printable(at));
        }
        return true;
    }

    void push(bool isArray)
    {
        if (m_frames.size() >= m_limits.jsonDepth) {
            throw damaged("too-deep");
        }
        m_frames.push_back({isArray, {}, {}});
    }

    void requireRoomFor(size_t entries) const
    {
        if (entries > m_limits.tensors) {
            throw damaged("too-many").with("limit", m_limits.tensors);
        }
    }

    void requireWhole() const
    {
        if (m_schema != 1) {
            throw damaged("schema").with("found", m_schema);
        }
        for (const WrittenFile& file : m_report.files) {
            if (file.name.empty() || file.sha256.empty()) {
                throw damaged("missing-field").with("key", "files");
            }
        }
        for (const ReportedTensor& tensor : m_report.tensors) {
            if (tensor.destination.empty() || tensor.source.empty() || tensor.dtype.empty() || tensor.xxh3.empty()) {
                throw damaged("missing-field").with("key", "tensors");
            }
        }
    }

    const Limits& m_limits;
    ConversionReport m_report;
    uint64_t m_schema = 0;
    std::set<std::string, std::less<>> m_topNames;
    std::vector<Frame> m_frames;
};

}  // namespace

ConversionReport reportFromJson(std::string_view text, const Limits& limits)
{
    if (text.size() > limits.jsonBytes) {
        throw damaged("too-large").with("limit", limits.jsonBytes);
    }
    ReportReader reader(limits);
    Json::sax_parse(text, &reader);
    return reader.take();
}

}  // namespace wb::plan
