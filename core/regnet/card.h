#pragma once

#include "core/mapping/family.h"

namespace wb::regnet {

// README.md: the Hub's model card, YAML front matter and a short text. States a licence only where the file's naming and configuration leave
// no doubt which published weights it is about. Source: https://huggingface.co/docs/hub/model-cards.
std::string cardText(const mapping::Architecture& architecture, const mapping::FolderFacts& facts);

}  // namespace wb::regnet
