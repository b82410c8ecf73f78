#pragma once
// Compile-time configuration of Dear ImGui; every file that includes imgui.h sees it.

// A dense grid passes 65,536 vertices in one draw list; WebGL2 takes 32-bit indices.
#define ImDrawIdx unsigned int

// Emoji lie beyond 16 bits; with the default ImWchar a search for one would turn into U+FFFD.
#define IMGUI_USE_WCHAR32

// What the product does not use should not be downloaded.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
