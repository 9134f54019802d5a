// A premultiplied picture, faded.
uniform sampler2D u_picture;
varying vec2 v_place;
varying float v_opacity;  // 0 to 1
void main() {
    gl_FragColor = texture2D(u_picture, v_place) * v_opacity;
}
