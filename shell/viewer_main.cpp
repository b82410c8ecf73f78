// The viewer: state, view and window put together. On the page it is a WebAssembly module that web/viewer.mjs
// drives.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <imgui.h>

#include "app/commands.h"
#include "app/state.h"
#include "fonts/inter.h"
#include "messages/page.h"
#include "shell/exchange.h"
#include "shell/platform.h"
#include "shell/web/zones.h"
#include "view/mirror.h"
#include "view/view.h"

namespace campaign_lens {
namespace {

class Viewer {
 public:
  Viewer() : view_(platform::text_runs(), zone_of_browser) {}

  void receive(const messages::ToViewer& message) {
    if (const auto* activated = std::get_if<messages::Activated>(&message)) {
      if (activated->text) {
        mirror_.give_text(activated->node, *activated->text);
      } else {
        mirror_.activate(activated->node);
      }
    } else if (const auto* focused = std::get_if<messages::Focused>(&message)) {
      mirror_.give_keyboard(focused->node);
    } else {
      app::receive(state_, message, effects_);
    }
  }

  /// Draws a frame; true when another has to follow at once.
  bool frame(double now_s) {
    // ImGui takes a press, a release and a key in a frame each. Where drawing is slow, what has come
    // meanwhile must not wait for as many pictures: frames that nobody sees take it.
    constexpr int kMostUnseen = 32;
    platform::take_input();
    for (int unseen = 0; unseen < kMostUnseen; ++unseen) {
      platform::begin_frame();
      const bool moving = lay_out(now_s);
      if (!platform::input_waits()) return finish(moving);
      platform::drop_frame();
      act();
    }
    platform::begin_frame();
    return finish(lay_out(now_s));
  }

 private:
  bool lay_out(double now_s) {
    mirror_.begin_frame();
    return view_.draw(state_, commands_, mirror_, now_s);
  }
  bool finish(bool moving) {
    const bool incomplete = platform::end_frame();
    const bool more = moving || incomplete || platform::input_waits() || !commands_.empty();
    act();
    return more;
  }
  void act() {
    for (const app::Command& command : commands_)
      app::apply(state_, command, effects_);
    commands_.clear();
    app::ask_for_missing(state_, effects_);
    for (const messages::ToPage& effect : effects_)
      platform::post(messages::encode(effect));
    effects_.clear();

    if (const Bytes nodes = mirror_.take_changes(); !nodes.empty()) platform::show_mirror(nodes);
  }

  app::AppState state_;
  app::Commands commands_;
  std::vector<messages::ToPage> effects_;
  view::Mirror mirror_;
  view::View view_;
};

Exchange exchange;
std::unique_ptr<Viewer> viewer;
}  // namespace
}  // namespace campaign_lens

using namespace campaign_lens;

extern "C" {

std::byte* viewer_allocate(std::size_t size) {
  return exchange.allocate(size);
}

/// False where there is no WebGL 2.
bool viewer_start() {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  if (!platform::start()) return false;
  viewer = std::make_unique<Viewer>();
  return true;
}

void viewer_resize(float width, float height, int pixel_width, int pixel_height) {
  platform::resize({width, height, pixel_width, pixel_height});
}

/// Takes a ToViewer message.
void viewer_receive(std::size_t size) {
  if (const std::optional<messages::ToViewer> message = messages::decode_to_viewer(exchange.input(size)))
    viewer->receive(*message);
}

/// The font of the text fields, as an OpenType file, for the page's own text.
const unsigned char* viewer_font() {
  return fonts::inter_regular().data();
}
std::size_t viewer_font_size() {
  return fonts::inter_regular().size();
}

/// Draws; true when the next frame is wanted at once.
bool viewer_frame(double now_ms) {
  return viewer->frame(now_ms / 1000);
}

/// The graphics card is gone: no frame until viewer_restore().
void viewer_lose() {
  platform::lose_graphics();
}

void viewer_restore() {
  platform::restore_graphics();
}
}
