#pragma once

// OpenGL 2.1 with framebuffer objects, as libGL exports it. For the files of this folder only.
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
