#include "core/base/byte_cursor.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/checkpoint/legacy_container.h"
#include "core/checkpoint/torch_checkpoint.h"
#include "core/checkpoint/zip_end.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wb::checkpoint {

namespace {

using namespace std::string_view_literals;

constexpr uint64_t lookBytes = 64 << 10;
constexpr size_t tarBlockBytes = 512;

struct Signature {
    size_t offset = 0;
    std::string_view bytes;
    std::string_view kind;
};

constexpr auto signatures = std::to_array<Signature>({
    {0, "\x1f\x8b"sv, "gzip"},
    {0, "7z\xbc\xaf\x27\x1c"sv, "7z"},
    {0, "Rar!\x1a\x07"sv, "rar"},
    {0, "\xfd\x37zXZ\0"sv, "xz"},
    {0, "BZh"sv, "bzip2"},
    {0, "\x28\xb5\x2f\xfd"sv, "zstd"},
    {0, "\x04\x22\x4d\x18"sv, "lz4"},
    {0, "version https://git-lfs.github.com/spec/"sv, "lfs-pointer"},
    {0, "%PDF-"sv, "pdf"},
    {0, "\x7f\x45LF"sv, "elf"},
    {0, "MZ"sv, "windows-program"},
    {0, "#!"sv, "script"},
    {0, "\x89HDF\r\n\x1a\n"sv, "hdf5"},
    {0, "\x89PNG\r\n\x1a\n"sv, "png"},
    {0, "\xff\xd8\xff"sv, "jpeg"},
    {0, "GIF8"sv, "gif"},
    {0, "\x93NUMPY"sv, "numpy"},
    {4, "PTMF"sv, "flatbuffer"},
    {257, "ustar"sv, "tar"},
});

std::string_view textOf(std::span<const std::byte> bytes) noexcept
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool holdsAt(std::string_view text, size_t offset, std::string_view wanted) noexcept
{
    return text.size() >= offset && text.substr(offset).starts_with(wanted);
}

bool beginsAsZip(std::string_view head) noexcept
{
    return head.starts_with("PK\3\4"sv) || head.starts_with("PK\5\6"sv);
}

// Eight bytes of a length that no text begins with, then a JSON object.
bool beginsAsSafetensors(std::span<const std::byte> head) noexcept
{
    constexpr uint64_t mostBytes = 1ULL << 48U;
    ByteCursor cursor(head);
    const auto length = cursor.u64();
    return length && *length < mostBytes && cursor.u8() == uint8_t{'{'};
}

// Protocol 2 to 5, then an opcode that may stand first.
bool beginsAsPickle(std::string_view head) noexcept
{
    constexpr std::string_view firstOpcodes = "\x95}](cX\x8c\x8aKMJ)N\x88\x89G\x8e"sv;
    return head.size() > 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5 && firstOpcodes.find(head[2]) != std::string_view::npos;
}

// A protocol buffer of ONNX: field 1, the version as a small number, then field 2 or 7.
bool beginsAsOnnx(std::string_view head) noexcept
{
    constexpr char newestVersion = 32;
    return head.size() > 2 && head[0] == '\x08' && head[1] > 0 && head[1] < newestVersion && (head[2] == '\x12' || head[2] == '\x3a');
}

// The tar of torch before 0.2: members storages, tensors and pickle.
bool holdsTorchTar(std::string_view head) noexcept
{
    constexpr std::array<std::string_view, 3> members{"storages\0"sv, "tensors\0"sv, "pickle\0"sv};
    for (size_t block = 0; holdsAt(head, block + 257, "ustar"); block += tarBlockBytes) {
        const std::string_view header = head.substr(block, tarBlockBytes);
        if (std::any_of(members.begin(), members.end(), [&](std::string_view member) { return header.starts_with(member); })) {
            return true;
        }
        block += header.starts_with("././@PaxHeader"sv) ? tarBlockBytes : 0;
    }
    return false;
}

std::string_view withoutLeadingSpace(std::string_view text) noexcept
{
    if (text.starts_with("\xef\xbb\xbf"sv)) {
        text.remove_prefix(3);
    }
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool beginsIgnoringCase(std::string_view text, std::string_view wanted) noexcept
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return text.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), text.begin(), [&](char a, char b) { return a == lower(b); });
}

// No control characters, and UTF-8 but for a character that the end of the window cuts.
bool isText(std::string_view head) noexcept
{
    constexpr size_t longestCharacter = 4;
    const auto isControl = [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == '\x7f'; };
    if (std::any_of(head.begin(), head.end(), isControl)) {
        return false;
    }
    for (size_t cut = 0; cut < longestCharacter && cut < head.size(); ++cut) {
        if (isUtf8(head.substr(0, head.size() - cut))) {
            return true;
        }
    }
    return false;
}

std::string_view textKind(std::string_view head) noexcept
{
    const std::string_view text = withoutLeadingSpace(head);
    constexpr std::array<std::string_view, 4> pages{"<!doctype html", "<html", "<head", "<body"};
    if (std::any_of(pages.begin(), pages.end(), [&](std::string_view start) { return beginsIgnoringCase(text, start); })) {
        return "html";
    }
    if (text.starts_with("<?xml")) {
        return "xml";
    }
    if (!isText(head)) {
        return "unknown";
    }
    return text.starts_with('{') || text.starts_with('[') ? "json" : "text";
}

std::string_view otherKind(std::string_view head, std::string_view tail) noexcept
{
    for (const Signature& signature : signatures) {
        if (holdsAt(head, signature.offset, signature.bytes)) {
            return signature.kind;
        }
    }
    if (beginsAsPickle(head)) {
        return "pickle";
    }
    if (beginsAsOnnx(head)) {
        return "onnx";
    }
    const auto isZero = [](char c) { return c == '\0'; };
    if (std::all_of(head.begin(), head.end(), isZero) && std::all_of(tail.begin(), tail.end(), isZero)) {
        return "zeros";
    }
    return textKind(head);
}

}  // namespace

Sniffed sniff(const io::ByteSource& source)
{
    if (source.size() == 0) {
        throw Error(ErrorCode::EmptyFile).file(source.name()).offset(0);
    }
    std::vector<std::byte> head(static_cast<size_t>(std::min(source.size(), lookBytes)));
    source.readAt(0, head);
    if (beginsAsZip(textOf(head))) {
        return {FileKind::TorchZip, {}};
    }
    if (beginsAsLegacy(head)) {
        return {FileKind::TorchLegacy, {}};
    }
    if (beginsAsSafetensors(head)) {
        return {FileKind::Safetensors, {}};
    }
    std::vector<std::byte> tail(head.size());
    source.readAt(source.size() - tail.size(), tail);
    if (endsAsZip(tail)) {
        return {FileKind::TorchZip, {}};
    }
    if (holdsTorchTar(textOf(head))) {
        throw Error(ErrorCode::LegacyTar).file(source.name()).part("tar header").offset(0);
    }
    return {FileKind::Other, std::string(otherKind(textOf(head), textOf(tail)))};
}

}  // namespace wb::checkpoint
