#include "screen/shader_program.hpp"

#include "screen/gl.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <utility>

namespace jinsha::screen {

namespace {

Result<std::string> read_text(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) return fail("{}: cannot be read", path.string());
    return text.str();
}

/// A GL shader that is deleted when it goes out of scope; a program that has it attached keeps it.
class Shader {
public:
    explicit Shader(GLenum kind) : name_{glCreateShader(kind)} {}
    Shader(const Shader&) = delete;
    Shader& operator=(const Shader&) = delete;
    ~Shader() { glDeleteShader(name_); }

    [[nodiscard]] Result<void> compile(const std::filesystem::path& path) const {
        const auto text = read_text(path);
        if (!text) return tl::make_unexpected(text.error());
        const char* const source = text->c_str();
        glShaderSource(name_, 1, &source, nullptr);
        glCompileShader(name_);
        GLint compiled = GL_FALSE;
        glGetShaderiv(name_, GL_COMPILE_STATUS, &compiled);
        if (compiled == GL_TRUE) return {};
        std::string log(2048, '\0');
        GLsizei length = 0;
        glGetShaderInfoLog(name_, static_cast<GLsizei>(log.size()), &length, log.data());
        log.resize(static_cast<std::size_t>(length));
        return fail("{}: does not compile: {}", path.string(), log);
    }
    [[nodiscard]] GLuint name() const { return name_; }

private:
    GLuint name_;
};

}  // namespace

Result<ShaderProgram> ShaderProgram::load(const std::filesystem::path& vertex,
                                          const std::filesystem::path& fragment) {
    const Shader vertex_shader{GL_VERTEX_SHADER};
    const Shader fragment_shader{GL_FRAGMENT_SHADER};
    if (const auto done = vertex_shader.compile(vertex); !done) return tl::make_unexpected(done.error());
    if (const auto done = fragment_shader.compile(fragment); !done) return tl::make_unexpected(done.error());

    ShaderProgram program{glCreateProgram()};
    glAttachShader(program.name_, vertex_shader.name());
    glAttachShader(program.name_, fragment_shader.name());
    glLinkProgram(program.name_);
    GLint linked = GL_FALSE;
    glGetProgramiv(program.name_, GL_LINK_STATUS, &linked);
    if (linked == GL_TRUE) return program;
    std::string log(2048, '\0');
    GLsizei length = 0;
    glGetProgramInfoLog(program.name_, static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    return fail("{} and {}: do not link: {}", vertex.string(), fragment.string(), log);
}

ShaderProgram::ShaderProgram(ShaderProgram&& other) noexcept : name_{std::exchange(other.name_, 0)} {}

ShaderProgram& ShaderProgram::operator=(ShaderProgram&& other) noexcept {
    std::swap(name_, other.name_);
    return *this;
}

ShaderProgram::~ShaderProgram() {
    if (name_ != 0) glDeleteProgram(name_);
}

void ShaderProgram::use() const {
    glUseProgram(name_);
}

int ShaderProgram::uniform(const char* name) const {
    return glGetUniformLocation(name_, name);
}

}  // namespace jinsha::screen
