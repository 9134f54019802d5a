// One colour, faded; written premultiplied. Clamped for the reason that translucent.frag tells.
uniform vec4 u_color;     // RGBA, 0 to 1, straight alpha
varying float v_opacity;  // 0 to 1
void main() {
    gl_FragColor = vec4(u_color.rgb, 1.0) * (u_color.a * clamp(v_opacity, 0.0, 1.0));
}
