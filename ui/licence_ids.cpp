#include "ui/licence_ids.h"

namespace wb::ui {

using namespace Qt::StringLiterals;

QStringList licenceIds()
{
    return {u"apache-2.0"_s,
            u"mit"_s,
            u"bsd-2-clause"_s,
            u"bsd-3-clause"_s,
            u"bsd-3-clause-clear"_s,
            u"bsl-1.0"_s,
            u"cc0-1.0"_s,
            u"cc-by-4.0"_s,
            u"cc-by-sa-4.0"_s,
            u"cc-by-nc-4.0"_s,
            u"cc-by-nd-4.0"_s,
            u"cc-by-nc-sa-4.0"_s,
            u"isc"_s,
            u"openrail"_s,
            u"cc-by-nc-nd-4.0"_s,
            u"gpl-2.0"_s,
            u"gpl-3.0"_s,
            u"lgpl-2.1"_s,
            u"lgpl-3.0"_s,
            u"agpl-3.0"_s,
            u"mpl-2.0"_s,
            u"epl-2.0"_s,
            u"eupl-1.2"_s,
            u"artistic-2.0"_s,
            u"unlicense"_s,
            u"wtfpl"_s,
            u"zlib"_s,
            u"odc-by"_s};
}

}  // namespace wb::ui
