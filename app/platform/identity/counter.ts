/** A copied key shows a counter that was seen before; keys without a counter always show 0. */
export const fellBack = (known: number, shown: number): boolean => (known > 0 || shown > 0) && shown <= known
