import type { ConveyanceAsFiled } from '../../../cargo/cargo_report.js'
import type { Mode } from '../../../cargo/codes.js'
import { imoCheckDigit } from '../../../reference/check_digits.js'
import type { SegmentCursor } from '../segment_cursor.js'
import type { Filed } from './filed.js'
import { filedText } from './filed.js'
import type { Citations } from './citations.js'
import type { SegmentReading } from './segment_reading.js'

/** A TDT as filed. */
export interface TransportDraft {
  /** UN 8051. */
  readonly stage: string
  readonly voyage: Filed | null
  readonly mode: Filed | null
  readonly carrier: Filed | null
  readonly carrierName: Filed | null
  readonly meansId: Filed | null
  /** 1131 and 3055 of the means. */
  readonly meansScheme: readonly string[]
  readonly meansName: Filed | null
  readonly flag: Filed | null
}

/** The element of the means (C222): the eighth, or the seventh where a ship's number stands there alone. */
const meansElement = (cursor: SegmentCursor): number =>
  cursor.elements === 7 && imoCheckDigit(cursor.text(7)).valid ? 7 : 8

export const transportAt = (cursor: SegmentCursor): TransportDraft => {
  const means = meansElement(cursor)
  const name = filedText(cursor, means, 4)
  return {
    stage: cursor.code(1),
    voyage: filedText(cursor, 2),
    mode: filedText(cursor, 3),
    carrier: filedText(cursor, 5, 1),
    carrierName: filedText(cursor, 5, 4),
    meansId: filedText(cursor, means, 1),
    meansScheme: [cursor.code(means, 2), cursor.code(means, 3)],
    // An agency code has three characters at most: what is longer is the name, one component early.
    meansName: name ?? (cursor.text(means, 3).length > 3 ? filedText(cursor, means, 3) : null),
    flag: filedText(cursor, means, 5),
  }
}

const MODE_BY_CODE: Readonly<Record<string, Mode>> = { 1: 'sea', 2: 'rail', 3: 'road', 4: 'air', 5: 'post' }

interface MeansIds {
  readonly imo: Filed | null
  readonly callSign: Filed | null
}

/**
 * A ship is named by IMO number (146, or Lloyd's) or call sign (103); seven digits that pass the
 * check are an IMO number. SMDG senders put the scheme where the agency belongs, or neither.
 */
const meansIds = (reading: SegmentReading, transport: TransportDraft | null): MeansIds => {
  const id = transport?.meansId
  if (!transport || !id) return { imo: null, callSign: null }
  const scheme = transport.meansScheme
  const check = imoCheckDigit(id.value)
  const saysImo = scheme.includes('146') || scheme.includes('IMO') || (scheme.includes('11') && !scheme.includes('103'))
  if (check.valid && (saysImo || !scheme.includes('103')))
    return { imo: { value: check.normalised, at: id.at }, callSign: null }
  if (saysImo) reading.problems.add('REF-CHECKDIGIT-IMO', { at: id.at, params: { value: id.value } })
  return { imo: null, callSign: scheme.includes('103') ? { value: id.value.toUpperCase(), at: id.at } : null }
}

type Carriage = Pick<ConveyanceAsFiled, 'mode' | 'means'>

/** Mode and means of transport, cited under `path` (`conveyance` where it is the call's own). */
export const finishCarriage = (
  reading: SegmentReading,
  transport: TransportDraft | null,
  cited: Citations,
  path = 'conveyance'
): Carriage => {
  const { imo, callSign } = meansIds(reading, transport)
  const flag = transport?.flag ? reading.reference.country(transport.flag.value) : null
  const mode = transport?.mode ? MODE_BY_CODE[transport.mode.value.replace(/^0/, '').charAt(0)] : undefined
  return {
    mode: mode && transport?.mode ? cited.take(`${path}.mode`, { value: mode, at: transport.mode.at }) : null,
    means: {
      name: cited.take(`${path}.means.name`, transport?.meansName),
      imo: cited.take(`${path}.means.imo`, imo),
      callSign: cited.take(`${path}.means.callSign`, callSign),
      flag: flag && cited.take(`${path}.means.flag`, transport?.flag && { value: flag.alpha2, at: transport.flag.at }),
    },
  }
}
