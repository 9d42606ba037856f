/** Three-valued truth as numbers, so that `all` is the least of several and `any` the greatest. */
export const CLEAR = 0
export const UNKNOWN = 1
export const HIT = 2
export type Truth = typeof CLEAR | typeof UNKNOWN | typeof HIT
