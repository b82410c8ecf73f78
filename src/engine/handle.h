#pragma once

#include "base/wire.h"
#include "engine/engine.h"

namespace campaign_lens {

/// Answers one request message (messages/engine.h). A damaged message and a request before `finish` are
/// answered with an error, never trusted.
Bytes handle(Engine& engine, std::span<const std::byte> request);

}  // namespace campaign_lens
