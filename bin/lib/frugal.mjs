/**
 * V8 flags of the worker. It reads one Message after the other and lets go of each: garbage that V8 leaves lying where
 * there is room would be most of its memory (docs/adr/0028). The heap grows by half of what lives, not to a multiple.
 * Nor does V8 make at once in the old generation what it once saw live long: of a Message all lives while it is read, and
 * nothing behind it; a dead object there keeps alive all that it points to.
 */
export const FRUGAL = ['--max-semi-space-size=16', '--heap-growing-percent=50', '--no-allocation-site-pretenuring']
