#pragma once

#include <QDesktopServices>
#include <QObject>
#include <QStringList>
#include <QUrl>

// Takes the addresses that the window opens.
class OpenedAddresses : public QObject {
    Q_OBJECT

public:
    OpenedAddresses() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "take"); }
    ~OpenedAddresses() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    QStringList addresses;

public Q_SLOTS:
    void take(const QUrl& url) { addresses.append(url.toString()); }
};
