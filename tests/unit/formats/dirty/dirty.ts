import type { CargoReport } from '#core/cargo/cargo_report'
import type { GoodsItem } from '#core/cargo/consignment'
import { firstOf, read, reportOf, type Read } from '#sdk/testing'
import { cuscar, HEADER } from '../../core/formats/cuscar_texts.js'

/**
 * Rows of FORMATS section 13, one file each: what senders really write, what becomes of it, and
 * what resembles it and is left alone.
 */
const BILL = ['CNI+1+BL0001', 'RFF+BM:BL0001', 'LOC+9+CNSHA', 'LOC+11+JMKIN']

/** A cargo report of one consignment: parties before the goods, then the goods. */
export const report = (parties: readonly string[], goods: readonly string[], header: readonly string[] = []): string =>
  cuscar(...HEADER, ...header, ...BILL, ...parties, ...goods)

export const GOODS = ['GID+1+10:CT', 'FTX+AAA+++TILES', 'MEA+AAX+G+KGM:1000']

export interface Told extends Read {
  readonly report: CargoReport
  readonly consignment: ReturnType<typeof firstOf>['consignment']
  readonly item: GoodsItem | undefined
}

/** Reads a text and hands over what the tests ask most. */
export const told = async (text: string | Uint8Array): Promise<Told> => {
  const result = await read(text)
  const { consignment } = firstOf(result)
  return { ...result, report: reportOf(result), consignment, item: consignment.items[0] }
}

/** One consignment with these goods segments. */
export const goods = (...segments: readonly string[]): Promise<Told> => told(report([], segments))
/** One consignment with these parties. */
export const parties = (...segments: readonly string[]): Promise<Told> => told(report(segments, GOODS))
/** One consignment with these segments in the header. */
export const header = (...segments: readonly string[]): Promise<Told> => told(report([], GOODS, segments))
