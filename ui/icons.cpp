#include "ui/icons.h"

#include <QDir>

// The linker leaves the resources of a static library out unless something names them; the macro wants a function outside of any namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(weightbridge);
}

namespace wb::ui {

using namespace Qt::StringLiterals;

QIcon icon(const QString& name)
{
    static const bool isRegistered = (registerResources(), true);
    static_cast<void>(isRegistered);
    return QIcon(u":/icons/"_s + name + u".svg"_s);
}

}  // namespace wb::ui
