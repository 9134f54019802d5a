// One colour, faded; written premultiplied.
uniform vec4 u_color;     // RGBA, 0 to 1, straight alpha
varying float v_opacity;  // 0 to 1
void main() {
    gl_FragColor = vec4(u_color.rgb, 1.0) * (u_color.a * v_opacity);
}
