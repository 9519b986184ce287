#pragma once

#include "ui/settings/preferences.h"

#include "core/net/settings.h"

#include <QObject>
#include <QString>

#include <vector>

class QSettings;

namespace wb::ui {

enum class Setting {
    SourceFolder,
    ResultFolder,
    CacheFolder,
    Endpoint,
    Proxy,
    NoProxy,
    CaFile,
    Connections,
    SpeedLimit,
    DType,
    ShardSize,
    Language,
    Notifications
};
const std::vector<Setting>& allSettings();

// A setting as it counts now.
struct EffectiveSetting {
    enum class Origin { Option, Environment, File, Default };

    QString value;  // as text: a path, "5GB", "true"; may be empty
    Origin origin = Origin::Default;
    QString variable;        // of the environment, or the option: what has it
    bool isEditable = true;  // false: the environment or an option decides, or nothing here can
};

// Each setting with where it comes from: an option of this run comes before the environment, then the settings file, then the default. Window's
// thread.
class EffectiveSettings : public QObject {
    Q_OBJECT

public:
    // The settings outlive it.
    EffectiveSettings(QSettings& settings, net::Environment environment, QObject* parent = nullptr);

    // An option of the command line for this run.
    void setOption(Setting setting, const QString& option, const QString& value);
    EffectiveSetting at(Setting setting) const;
    // Why the text cannot be the setting's value; empty where it can. Empty text goes back to the default.
    static QString problem(Setting setting, const QString& text);
    // Keeps it in the settings file; ignored with a problem, and where it is not editable.
    void set(Setting setting, const QString& text);
    void restoreDefaults();
    // For core. A value in the file that has a problem counts as not set.
    Preferences preferences() const;

Q_SIGNALS:
    void changed();

private:
    QString inFile(Setting setting) const;
    QString fromEnvironment(Setting setting, QString& variable) const;
    QString byDefault(Setting setting) const;

    struct Option {
        Setting setting;
        QString name;
        QString value;
    };
    QSettings& m_settings;
    net::Environment m_environment;
    std::vector<Option> m_options;
};

}  // namespace wb::ui
