#pragma once

#include "ui/models/query_terms.h"

#include <QString>

#include <optional>
#include <vector>

namespace wb::ui {

// What is typed into the filter box. All terms must hold, ! before a term negates it:
//   word  "a whole cell"  /regular expression/  source:…  dest:…  (each of the three, on one side)
//   shape:28280x*  dtype:f32  bytes:>1G  bytes:1M..2G  stage:3|stem|head  status:mapped  rule:stem
class KeyMapQuery {
public:
    KeyMapQuery() = default;
    explicit KeyMapQuery(const QString& text);

    bool isValid() const { return !m_error; }
    const std::optional<QueryError>& error() const { return m_error; }  // the first one
    bool isEmpty() const { return m_terms.empty(); }                    // holds for every row
    Answer answer(const SearchedRow& row) const;                        // Yes where every term holds; Yes for all when invalid

private:
    std::vector<QueryTerm> m_terms;
    std::optional<QueryError> m_error;
};

}  // namespace wb::ui
