/** A process whose work is done while profiles are being compiled aside: it ends, and the thread with it. */
import { compileAside } from '#app/targeting/engine/compile_aside'

const never = new URL(`data:text/javascript,${encodeURIComponent('setInterval(() => {}, 1000)')}`)
void compileAside([], [], false, never)
console.log('begun')
