// What ImGui's renderer asks OpenGL at each frame, to leave it as it was. Nobody else draws on the canvas, so
// that this is known; asked, a browser waits for its graphics process to answer, each time, which took longer
// than all else that a frame does.

#include <algorithm>

#include <GLES3/gl3.h>

// cmake/dependencies/imgui.cmake has the renderer call this one.
extern "C" void campaign_lens_gl_state(GLenum name, GLint* values) {
  switch (name) {
    case GL_ACTIVE_TEXTURE:
      *values = GL_TEXTURE0;
      return;
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING:
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA:
      *values = 0;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *values = GL_ONE;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *values = GL_FUNC_ADD;
      return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      std::fill_n(values, 4, 0);
      return;
    default:
      glGetIntegerv(name, values);
  }
}
