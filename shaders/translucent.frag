// A premultiplied picture, faded. The clamp is not for its result: a shader of products alone gets a path of Mesa's
// software rasteriser (llvmpipe 22.3) that mixes up the factors of different quads.
uniform sampler2D u_picture;
varying vec2 v_place;
varying float v_opacity;  // 0 to 1
void main() {
    gl_FragColor = texture2D(u_picture, v_place) * clamp(v_opacity, 0.0, 1.0);
}
