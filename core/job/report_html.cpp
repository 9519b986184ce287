#include "core/job/report_html.h"

#include "core/base/text.h"
#include "core/job/report_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace wb::job {

namespace {

constexpr size_t longestText = 4200;  // a path may be so long

constexpr std::string_view styles =
    R"(:root { color-scheme: light dark; --ink: #1b1f23; --soft: #57606a; --line: #d0d7de; --page: #ffffff; --good: #00684a; --bad: #b3400a; --bar: #0072b2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b1; --line: #3d444d; --page: #0d1117; --good: #4cc38a; --bad: #ff9d5c; --bar: #56b4e9; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0.2rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 600; } td.number { text-align: end; white-space: nowrap; } code { font: 0.88em/1.4 ui-monospace, monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 6px; padding: 0.7rem; }
.good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; } .soft { color: var(--soft); }
svg { width: 100%; height: auto; } svg text { font-size: 11px; text-anchor: end; fill: var(--soft); } svg .grid { stroke: var(--line); } svg .under { fill: var(--bar); } svg .over { fill: var(--bad); } svg .limit { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 6 4; }
@media print { body { max-width: none; margin: 0; font-size: 11px; } tr, svg { break-inside: avoid; } h2 { break-after: avoid; } })";

std::string code(std::string_view text)
{
    return text.empty() ? std::string() : "<code>" + htmlText(text) + "</code>";
}

// Without a locale: 1 234 567 has thin groups in none of them alike.
std::string bytesCell(uint64_t bytes)
{
    return htmlText(formatByteSize(bytes)) + (bytes < 1000 ? std::string() : fmt::format(" <span class=\"soft\">({})</span>", bytes));
}

// Cells are HTML already.
std::string row(std::initializer_list<std::string> cells)
{
    std::string out = "<tr>";
    for (const std::string& cell : cells) {
        out += "<td>" + cell + "</td>";
    }
    return out + "</tr>\n";
}

std::string head(std::initializer_list<std::string_view> names)
{
    std::string out = "<table>\n<thead><tr>";
    for (const std::string_view name : names) {
        out += fmt::format("<th>{}</th>", name);
    }
    return out + "</tr></thead>\n<tbody>\n";
}

std::string fact(std::string_view name, const std::string& value)
{
    return value.empty() ? std::string() : fmt::format("<tr><th>{}</th><td>{}</td></tr>\n", name, value);
}

std::string verdict(const ResultReport& report)
{
    const bool differs = report.parity && !report.parity->ok;
    if (!report.verified) {
        return "<p class=\"soft\">Converted; the result was not verified.</p>\n";
    }
    if (!report.verified->ok || differs) {
        return "<p class=\"bad\">&#x2717; The result did not pass verification.</p>\n";
    }
    return fmt::format("<p class=\"good\">&#x2713; {} of {} tensors proved.</p>\n", report.verified->tensors, report.tensors);
}

std::string factsSection(const ResultReport& report)
{
    std::string out = "<h2>What was converted</h2>\n<table>\n<tbody>\n";
    out += fact("Source", code(report.sourceName));
    out += fact("Size", bytesCell(report.sourceBytes));
    out += fact("SHA-256 of the source", report.sourceSha256.empty() ? "<span class=\"soft\">not known</span>" : code(report.sourceSha256));
    out += fact("Container", htmlText(report.container));
    out += fact("Weights at", code(report.stateDict));
    out += fact("Model", htmlText(report.variant));
    out += fact("Names of the source", htmlText(report.naming));
    out += fact("Written as", htmlText(report.format + (report.dtype.empty() ? "" : ", " + report.dtype)));
    out += fact("Model folder", code(report.folder));
    return out + "</tbody>\n</table>\n";
}

std::string checksSection(const ResultReport& report)
{
    if (!report.verified) {
        return {};
    }
    std::string out = "<h2>Checks</h2>\n" + head({"Check", "Result", "Found"});
    for (const verify::Check& check : report.verified->checks) {
        const std::string part = check.part.empty() ? std::string() : "<br>" + code(check.part);
        out += row({htmlText(check.name), check.ok ? "<span class=\"good\">&#x2713; right</span>" : "<span class=\"bad\">&#x2717; wrong</span>",
                    htmlText(check.detail) + part});
    }
    return out + "</tbody>\n</table>\n";
}

std::string filesSection(const ResultReport& report)
{
    std::string out = "<h2>Files</h2>\n" + head({"File", "Size", "SHA-256"});
    for (const plan::WrittenFile& file : report.files) {
        out += row({code(file.name), bytesCell(file.bytes), code(file.sha256)});
    }
    return out + "</tbody>\n</table>\n";
}

std::string keysSection(const ResultReport& report, size_t mostKeys)
{
    const mapping::Counts& counts = report.counts;
    std::string out = fmt::format("<h2>Keys</h2>\n<p>{} mapped, {} edited, {} dropped, {} unmapped, {} missing, {} mismatched.</p>\n", counts.mapped,
                                  counts.edited, counts.dropped, counts.unmapped, counts.missing, counts.mismatched);
    if (report.dropped.empty() && report.edited.empty()) {
        return out;
    }
    out += head({"Key of the source", "Key of the model", "Why"});
    size_t left = mostKeys;
    for (const std::vector<ReportedKey>* keys : {&report.edited, &report.dropped}) {
        const size_t count = std::min(left, keys->size());
        for (size_t i = 0; i < count; ++i) {
            const ReportedKey& key = (*keys)[i];
            out += row(
                {code(key.source), key.destination.empty() ? "<span class=\"soft\">left out</span>" : code(key.destination), htmlText(key.reason)});
        }
        left -= count;
    }
    const size_t hidden = report.edited.size() + report.dropped.size() - (mostKeys - left);
    return out + "</tbody>\n</table>\n" + (hidden == 0 ? std::string() : fmt::format("<p>{} more are in the saved report.</p>\n", hidden));
}

std::string number(const std::optional<double>& value)
{
    return value ? fmt::format("{:.3g}", *value) : std::string("not finite");
}

std::string paritySection(const ResultReport& report, bool withChart)
{
    if (!report.parity) {
        return {};
    }
    const verify::ParityReport& parity = *report.parity;
    std::string out = fmt::format("<h2>Outputs compared</h2>\n<p>Input: {}, {} pixels. Largest relative error that passes: {:.3g}.</p>\n",
                                  htmlText(parity.input), parity.size, parity.tolerance);
    out += withChart ? parityChart(parity) : std::string();
    out += head({"Layer", "Largest error", "Relative", "Cosine", ""});
    for (const verify::LayerParity& layer : parity.layers) {
        out += row({code(layer.name), number(layer.distance.maxAbs), number(layer.distance.maxRel),
                    layer.distance.cosine ? fmt::format("{:.9g}", *layer.distance.cosine) : std::string("not finite"),
                    verify::isOver(layer, parity.tolerance) ? "<span class=\"bad\">over the tolerance</span>" : ""});
    }
    return out + "</tbody>\n</table>\n";
}

std::string warningsSection(const ResultReport& report)
{
    if (report.warnings.empty()) {
        return {};
    }
    std::string out = "<h2>Notes</h2>\n<ul>\n";
    for (const std::string& warning : report.warnings) {
        out += "<li>" + htmlText(warning) + "</li>\n";
    }
    return out + "</ul>\n";
}

std::string endSection(const ResultReport& report)
{
    return fmt::format(
        "<h2>The same again</h2>\n<pre>{}</pre>\n<p class=\"soft\">{}<br>Plan <code>{}</code></p>\n", htmlText(report.command),
        htmlText(report.program.substr(0, report.program.find('\n'))) +
            (report.program.find('\n') == std::string::npos ? "" : "<br>" + htmlText(report.program.substr(report.program.find('\n') + 1))),
        htmlText(report.fingerprint));
}

std::string body(const ResultReport& report, bool withChart, size_t mostKeys)
{
    return fmt::format("<h1>{}</h1>\n", htmlText(report.variant.empty() ? report.sourceName : report.variant)) + verdict(report) +
           factsSection(report) + checksSection(report) + filesSection(report) + keysSection(report, mostKeys) + paritySection(report, withChart) +
           warningsSection(report) + endSection(report);
}

}  // namespace

std::string htmlText(std::string_view text)
{
    std::string out;
    for (const char c : printable(text, longestText)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string reportHtml(const ResultReport& report)
{
    return fmt::format("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<title>Conversion of {}</title>\n<style>\n{}\n</style>\n</head>\n<body>\n{}</body>\n</html>\n",
                       htmlText(report.sourceName), styles, body(report, true, std::numeric_limits<size_t>::max()));
}

std::string reportBody(const ResultReport& report, size_t mostKeys)
{
    return body(report, false, mostKeys);
}

std::string reportSummary(const ResultReport& report)
{
    const auto line = [](std::string_view name, std::string_view value) { return fmt::format("{}: {}\n", name, printable(value, longestText)); };
    std::string out = line("Source", report.sourceName + " (" + formatByteSize(report.sourceBytes) + ")");
    out += report.variant.empty() ? std::string() : line("Model", report.variant);
    out += line("Folder", report.folder);
    out += line("Written as", report.format + (report.dtype.empty() ? "" : ", " + report.dtype));
    const mapping::Counts& counts = report.counts;
    out += fmt::format("Keys: {} mapped, {} edited, {} dropped\n", counts.mapped, counts.edited, counts.dropped);
    if (report.verified) {
        out += report.verified->ok ? fmt::format("Verified: {} of {} tensors proved\n", report.verified->tensors, report.tensors)
                                   : std::string("Verified: FAILED\n");
    }
    if (report.parity) {
        out += fmt::format("Outputs: {}\n", report.parity->ok ? "the networks compute the same" : "the networks differ");
    }
    for (const plan::WrittenFile& file : report.files) {
        out += fmt::format("{}  {}\n", printable(file.sha256), printable(file.name, longestText));
    }
    return out + line("Again", report.command) + printable(report.program.substr(0, report.program.find('\n')), longestText) + "\n";
}

}  // namespace wb::job
