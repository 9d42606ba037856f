/** Room for each part of a key. */
const GAINS = 2 ** 18
const ORDERS = 64
const RANKS = 2 ** 24

/**
 * One number for all that an order depends on: first what could be gained, most first, then `waterfallOrder`: relief last,
 * by layer and group (`order`), by code (`rank`).
 */
export const waterfallKey = (gain: number, points: number, order: number, rank: number): number =>
  (((GAINS - gain) * 2 + Number(points < 0)) * ORDERS + order) * RANKS + rank

export const gainOf = (key: number): number => GAINS - Math.floor(key / (2 * ORDERS * RANKS))
