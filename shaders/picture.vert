// Rectangles of the window, each with its place in a texture.
uniform vec2 u_window_px;  // size of the window, physical pixels
// gl_Vertex.xy: physical pixels from the window's upper left corner, y down
// gl_MultiTexCoord0.xy: place in the texture, 0 to 1; .z: opacity, 0 to 1
varying vec2 v_place;
varying float v_opacity;
void main() {
    v_place = gl_MultiTexCoord0.xy;
    v_opacity = gl_MultiTexCoord0.z;
    gl_Position = vec4(2.0 * gl_Vertex.x / u_window_px.x - 1.0, 1.0 - 2.0 * gl_Vertex.y / u_window_px.y, 0.0, 1.0);
}
