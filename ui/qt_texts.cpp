// Texts of Qt's own buttons that the window shows, listed for translators: Qt's translations are not on every machine.
#include <QtGlobal>

namespace wb::ui {

[[maybe_unused]] static constexpr const char* qtTexts[]{QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),
                                                        QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
                                                        QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
                                                        QT_TRANSLATE_NOOP("QPlatformTheme", "Save"),
                                                        QT_TRANSLATE_NOOP("QPlatformTheme", "Discard"),
                                                        QT_TRANSLATE_NOOP("QPlatformTheme", "&No"),
                                                        QT_TRANSLATE_NOOP("QPlatformTheme", "Restore Defaults")};

}  // namespace wb::ui
