/* What ImGui's SDL2 backend asks of the parts of SDL that are not compiled: joysticks, and SDL's own renderer.
   There is no joystick, and nobody draws with that renderer. */
#include "SDL.h"

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int index) { (void)index; return SDL_FALSE; }
SDL_GameController *SDL_GameControllerOpen(int index) { (void)index; return NULL; }
void SDL_GameControllerClose(SDL_GameController *controller) { (void)controller; }
Uint8 SDL_GameControllerGetButton(SDL_GameController *controller, SDL_GameControllerButton button) {
  (void)controller; (void)button;
  return 0;
}
Sint16 SDL_GameControllerGetAxis(SDL_GameController *controller, SDL_GameControllerAxis axis) {
  (void)controller; (void)axis;
  return 0;
}
int SDL_GetRendererOutputSize(SDL_Renderer *renderer, int *width, int *height) {
  (void)renderer;
  *width = *height = 0;
  return -1;
}

/* What SDL's video part asks of the same renderer. The second is internal to SDL and has no header of its own. */
SDL_Renderer *SDL_GetRenderer(SDL_Window *window) { (void)window; return NULL; }
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer *renderer);
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer *renderer) { (void)renderer; }

/* Looking GL functions up by name would link all that WebGL has: 55 kB of JavaScript. ImGui calls them directly; SDL
   asks by name only about what is not used here, extensions and the attributes of a context. */
void (*eglGetProcAddress(const char *name))(void);
void (*eglGetProcAddress(const char *name))(void) { (void)name; return NULL; }
