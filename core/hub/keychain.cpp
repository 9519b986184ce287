#include "core/hub/keychain.h"

#include "core/base/error.h"
#include "core/io/folder.h"

#define SECRET_API_SUBJECT_TO_CHANGE  // for the functions that tell unlocked items from locked ones
#include <libsecret/secret.h>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace wb::hub {

namespace {

using namespace std::chrono_literals;

constexpr auto longestLook = 5s;
constexpr auto longestPrompt = 120s;  // somebody types a password

const SecretSchema& tokenSchema()
{
    static const SecretSchema schema = [] {
        SecretSchema made{};
        made.name = "org.weightbridge.HubToken";
        made.flags = SECRET_SCHEMA_NONE;
        made.attributes[0] = {"endpoint", SECRET_SCHEMA_ATTRIBUTE_STRING};
        return made;
    }();
    return schema;
}

template <auto release> struct Release {
    template <typename Thing> void operator()(Thing* thing) const { release(thing); }
};
using Attributes = std::unique_ptr<GHashTable, Release<g_hash_table_unref>>;
using Failure = std::unique_ptr<GError, Release<g_error_free>>;
using Service = std::unique_ptr<SecretService, Release<g_object_unref>>;
using Value = std::unique_ptr<SecretValue, Release<secret_value_unref>>;

Attributes attributesOf(const std::string& endpoint)
{
    return Attributes(secret_attributes_build(&tokenSchema(), "endpoint", endpoint.c_str(), nullptr));
}

// Without a bus GLib would start one of its own.
bool hasSession(const net::Environment& environment)
{
    const auto valueOf = [&](const char* name) { return std::string(environment(name) == nullptr ? "" : environment(name)); };
    const std::string runtime = valueOf("XDG_RUNTIME_DIR");
    return !valueOf("DBUS_SESSION_BUS_ADDRESS").empty() || (!runtime.empty() && io::exists(io::join(runtime, "bus")));
}

// Ends calls that take longer.
class Deadline {
public:
    explicit Deadline(std::chrono::seconds longest) : m_cancellable(g_cancellable_new()), m_thread([this, longest] { cancelAfter(longest); }) {}
    ~Deadline()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isOver = true;
        }
        m_wake.notify_one();
        m_thread.join();
        g_object_unref(m_cancellable);
    }
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    GCancellable* cancellable() const noexcept { return m_cancellable; }

private:
    void cancelAfter(std::chrono::seconds longest)
    {
        std::unique_lock lock(m_mutex);
        if (!m_wake.wait_for(lock, longest, [this] { return m_isOver; })) {
            g_cancellable_cancel(m_cancellable);
        }
    }

    GCancellable* m_cancellable;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isOver = false;
    std::thread m_thread;
};

Error noKeyring()
{
    return Error(ErrorCode::KeychainFailed).with("problem", "no-keyring");
}

Error failed(const GError& failure)
{
    if (failure.domain == g_dbus_error_quark() && (failure.code == G_DBUS_ERROR_SERVICE_UNKNOWN || failure.code == G_DBUS_ERROR_NO_SERVER)) {
        return noKeyring();
    }
    Error error(ErrorCode::KeychainFailed);
    if (failure.domain == secret_error_get_quark() && failure.code == SECRET_ERROR_IS_LOCKED) {
        error.with("problem", "locked");
    } else if (failure.domain == g_io_error_quark() && failure.code == G_IO_ERROR_CANCELLED) {
        error.with("problem", "timeout");
    } else {
        error.with("reason", failure.message);
    }
    return error;
}

// Of an item in a collection that is unlocked; empty where there is none.
KeptToken keptToken(SecretService* service, GHashTable* attributes, GCancellable* cancellable)
{
    using Paths = std::unique_ptr<gchar*, Release<g_strfreev>>;
    gchar** paths = nullptr;
    gchar** lockedPaths = nullptr;
    secret_service_search_for_dbus_paths_sync(service, &tokenSchema(), attributes, cancellable, &paths, &lockedPaths, nullptr);
    const Paths owned(paths);
    const Paths lockedOwned(lockedPaths);
    if (paths == nullptr || *paths == nullptr) {
        return {{}, lockedPaths != nullptr && *lockedPaths != nullptr};
    }
    const Value value(secret_service_get_secret_for_dbus_path_sync(service, *paths, cancellable, nullptr));
    const char* const text = value ? secret_value_get_text(value.get()) : nullptr;
    return {text == nullptr ? std::string() : std::string(text), false};
}

}  // namespace

KeptToken tokenInKeychain(const std::string& endpoint, const net::Environment& environment)
{
    if (!hasSession(environment)) {
        return {};
    }
    const Deadline deadline(longestLook);
    const Service service(secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, deadline.cancellable(), nullptr));
    return service ? keptToken(service.get(), attributesOf(endpoint).get(), deadline.cancellable()) : KeptToken();
}

std::string keychainState(const net::Environment& environment)
{
    if (!hasSession(environment)) {
        return "no session bus";
    }
    const Deadline deadline(longestLook);
    const Service service(secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, deadline.cancellable(), nullptr));
    return service ? "reachable" : "no keychain";
}

void storeInKeychain(const std::string& endpoint, const std::string& token, const net::Environment& environment)
{
    if (!hasSession(environment)) {
        throw noKeyring();
    }
    const Deadline deadline(longestPrompt);
    const std::string label = "Weightbridge: token for " + endpoint;
    GError* failure = nullptr;
    const bool isStored = secret_password_storev_sync(&tokenSchema(), attributesOf(endpoint).get(), SECRET_COLLECTION_DEFAULT, label.c_str(),
                                                      token.c_str(), deadline.cancellable(), &failure) != 0;
    const Failure owned(failure);
    if (owned) {
        throw failed(*owned);
    }
    if (!isStored) {  // the user said no to the desktop's question
        throw Error(ErrorCode::KeychainFailed).with("problem", "locked");
    }
}

bool removeFromKeychain(const std::string& endpoint, const net::Environment& environment)
{
    if (!hasSession(environment)) {
        return false;
    }
    const Deadline deadline(longestPrompt);
    GError* failure = nullptr;
    const bool isRemoved = secret_password_clearv_sync(&tokenSchema(), attributesOf(endpoint).get(), deadline.cancellable(), &failure) != 0;
    const Failure owned(failure);
    if (owned && failed(*owned).fact("problem") != "no-keyring") {
        throw failed(*owned);
    }
    return isRemoved;
}

}  // namespace wb::hub
