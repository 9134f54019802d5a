// The texture as it is. Nothing may be added here: Mesa's software rasteriser copies pixels only for a shader that is
// one texture look-up, three times as fast as any other.
uniform sampler2D u_picture;
varying vec2 v_place;
void main() {
    gl_FragColor = texture2D(u_picture, v_place);
}
