# The part of SDL2 that a page with one canvas needs, with the configuration that SDL ships for Emscripten. Its own
# build would first try out for minutes what this platform can do, and compile sound, joysticks and a renderer.
set(sources)
foreach(folder
    . atomic cpuinfo events file libm stdlib thread thread/generic timer timer/unix
    filesystem/emscripten loadso/dummy locale locale/emscripten misc misc/emscripten power power/emscripten
    video video/emscripten video/yuv2rgb)
  file(GLOB files ${sdl2_DIR}/src/${folder}/*.c)
  list(APPEND sources ${files})
endforeach()
campaign_lens_third_party(SDL2 ${sources} ${CMAKE_CURRENT_LIST_DIR}/sdl2/absent.c)
target_include_directories(SDL2 SYSTEM PUBLIC ${sdl2_DIR}/include)
target_compile_definitions(SDL2
  PUBLIC SDL_MAIN_HANDLED
  PRIVATE SDL_AUDIO_DISABLED SDL_JOYSTICK_DISABLED SDL_HAPTIC_DISABLED SDL_SENSOR_DISABLED SDL_RENDER_DISABLED
          SDL_LOADSO_DUMMY
          SDL_LEAN_AND_MEAN) # without fast copies between pixel formats: all pixels here are WebGL's
# See eglGetProcAddress() in absent.c.
target_link_options(SDL2 INTERFACE -sGL_ENABLE_GET_PROC_ADDRESS=0)
campaign_lens_small(SDL2)
