import type { Random } from './prng.js'
import type { DemoAdministration } from './traffic.js'

/**
 * How often data is wrong, as counted in the field (FORMATS 3.6 and 13; Guatemala: 16,994
 * consignments, 10,448 containers, 7,379 messages). Shares of containers, consignments or messages.
 */
interface Rates {
  /** Of containers. */
  readonly wrongContainer: number
  readonly unknownSizeType: number
  readonly sealed: number
  /** Of messages. */
  readonly mojibake: number
  readonly wrongTotal: number
  readonly wrongCount: number
  readonly unpaddedTime: number
  /** Six digits under a format code that asks for twelve. */
  readonly shortDate: number
  /** Of consignments. */
  readonly rawSeparator: number
  readonly brokenText: number
  readonly missingWeight: number
  readonly oddNumber: number
}

export const RATES: Readonly<Record<DemoAdministration, Rates>> = {
  GT: {
    wrongContainer: 0.0003,
    unknownSizeType: 0.0136,
    sealed: 0.78,
    mojibake: 0.017,
    wrongTotal: 0.008,
    wrongCount: 0.016,
    // hours below ten lose their zero: two times in three, which makes 28 % of all times odd
    unpaddedTime: 0.68,
    shortDate: 0,
    rawSeparator: 0.0012,
    brokenText: 0.003,
    missingWeight: 0,
    oddNumber: 0,
  },
  JM: {
    wrongContainer: 0.0008,
    unknownSizeType: 0,
    sealed: 0.95,
    mojibake: 0.01,
    wrongTotal: 0.008,
    wrongCount: 0.016,
    unpaddedTime: 0,
    shortDate: 0.01,
    rawSeparator: 0.0015,
    brokenText: 0.003,
    missingWeight: 0.004,
    oddNumber: 0.003,
  },
}

/** What happens to one message on its way out of the sender's software. */
export interface Dirt {
  readonly mojibake: boolean
  /** Added to the declared total weight. */
  readonly weightOff: number
  /** Added to the declared number of consignments. */
  readonly countOff: number
}

export const CLEAN: Dirt = { mojibake: false, weightOff: 0, countOff: 0 }

export const drawDirt = (random: Random, administration: DemoAdministration): Dirt => {
  const rates = RATES[administration]
  return {
    mojibake: random.chance(rates.mojibake),
    weightOff: random.chance(rates.wrongTotal) ? random.int(1, 40) * 250 : 0,
    countOff: random.chance(rates.wrongCount) ? random.pick([-1, 1, 2]) : 0,
  }
}

/** UTF-8 read as Latin-1 and written as UTF-8 again: what two careless conversions leave of an accent. */
export const garble = (text: string): string =>
  text
    .replace(/ANONIMA/g, 'ANÃ“NIMA')
    .replace(/ CALLE /g, ' CÃ\u0081LLE ')
    .replace(/CION\b/g, 'CIÃ“N')
    .replace(/\bCompany\b/g, 'Companï¿½')

/** A line break in the middle of free text. */
export const breakText = (text: string): string => {
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, middle)}\n${text.slice(middle)}`
}
