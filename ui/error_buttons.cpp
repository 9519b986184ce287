#include "ui/error_buttons.h"

#include "ui/error_sentences.h"
#include "ui/format.h"
#include "ui/session.h"
#include "ui/widgets/banner.h"

#include "core/base/log.h"
#include "core/base/version.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

namespace wb::ui {

using namespace Qt::StringLiterals;
using Act = ErrorAct;

namespace {

// The nearest folder above that is there.
QString folderThatExists(QString path)
{
    while (!path.isEmpty() && !QFileInfo(path).isDir()) {
        const QString above = QFileInfo(path).path();
        if (above == path) {
            break;
        }
        path = above;
    }
    return path;
}

}  // namespace

ErrorButtons::ErrorButtons(Session& session, Banner& banner, QObject* parent) : QObject(parent), m_session(session), m_banner(banner)
{
    connect(&banner, &Banner::actAsked, this, [this](int number) { carryOut(static_cast<Act>(number)); });
}

void ErrorButtons::show(const std::optional<Error>& error)
{
    m_error = error;
    QList<Banner::Act> buttons;
    if (error) {
        const ErrorSituation situation = situationOf(m_session);
        for (const Act act : actsFor(*error, situation)) {
            buttons.append({static_cast<int>(act), actName(act), actText(act, situation)});
        }
    }
    m_banner.setActs(buttons);
}

void ErrorButtons::carryOut(Act act)
{
    switch (act) {
    case Act::OpenOther:
        Q_EMIT fileWanted();
        break;
    case Act::ChooseFolder:
        Q_EMIT folderWanted();
        break;
    case Act::ChooseModel:
        Q_EMIT modelWanted();
        break;
    case Act::ShowMap:
        Q_EMIT mapWanted();
        break;
    case Act::OpenSettings:
        Q_EMIT settingsWanted();
        break;
    case Act::ShowPublishing:
        Q_EMIT publishingWanted();
        break;
    case Act::CheckPublishing:
        Q_EMIT publishCheckWanted();
        break;
    case Act::OtherToken:
        Q_EMIT tokenWanted();
        break;
    case Act::ShowVerification:
        Q_EMIT verificationWanted();
        break;
    case Act::ShowSpace:
    case Act::OpenTokenPage:
    case Act::ReadLicence:
        openOutside(act);
        break;
    case Act::CopyDetails:
        copyDetails();
        break;
    default:
        carryOutInSession(act);
    }
}

void ErrorButtons::carryOutInSession(Act act)
{
    switch (act) {
    case Act::KeepBoth:
        keepOldBytes();
        m_session.tryAgain();
        break;
    case Act::AllowReplacing:
        m_session.setOverwrite(true);
        m_session.tryAgain();
        break;
    case Act::UseBf16:
        m_session.setDType(tensor::DType::BF16);
        break;
    case Act::UseFound:
    case Act::ConvertWithHead:
        m_session.selectVariant({});
        break;
    case Act::DropKeys:
        m_session.leaveOutUnplaced();
        break;
    default:
        m_session.tryAgain();
    }
}

void ErrorButtons::openOutside(Act act)
{
    if (act == Act::OpenTokenPage) {
        QDesktopServices::openUrl(QUrl(m_session.tokenPage()));
    } else if (act == Act::ReadLicence) {
        QDesktopServices::openUrl(QUrl(QString::fromStdString(std::string(m_error->fact("found"))), QUrl::StrictMode));
    } else {
        const QString named = pathFromBytes(std::string(m_error->fact("path")));
        const QString folder = folderThatExists(named.isEmpty() ? pathFromBytes(m_session.options().outputFolder) : named);
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    }
}

// What happened, the facts and the program: for a report, without anything secret.
void ErrorButtons::copyDetails()
{
    if (m_error) {
        const ErrorText text = describe(*m_error);
        const QString all = text.sentence + u'\n' + text.details + u'\n' + QString::fromStdString(versionText("weightbridge", {})) + u'\n';
        QGuiApplication::clipboard()->setText(QString::fromStdString(redacted(all.toStdString())));
    }
}

// NAME.part becomes NAME.part.old, or NAME.part.old-2 …; the download then begins with a file of its own.
void ErrorButtons::keepOldBytes()
{
    const QString part = pathFromBytes(std::string(m_error->fact("path")));
    if (part.isEmpty() || !QFileInfo(part).isFile()) {
        return;
    }
    QString aside = part + u".old"_s;
    for (int number = 2; QFileInfo::exists(aside); ++number) {
        aside = part + u".old-%1"_s.arg(number);
    }
    QFile::rename(part, aside);
}

}  // namespace wb::ui
