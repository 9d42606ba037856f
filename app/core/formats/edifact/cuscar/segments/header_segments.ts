import { NATURE_BY_CODE } from '../../../../cargo/codes.js'
import { readDate } from '../../parts/dates.js'
import { transportAt } from '../../parts/transport.js'
import { filedNumber, filedJoined, filedText } from '../../parts/filed.js'
import { repairFtx } from './repair.js'
import { appended } from '../../parts/lists.js'
import { goodsOf } from '../drafts.js'
import type { ReadingState } from '../state.js'

export const readBgm = ({ cursor, header, reading }: ReadingState): void => {
  if (reading.houseDocumentNames.includes(cursor.code(1, 4))) header.consolidator = true
  header.document = filedNumber(cursor, 2)
  header.documentVersion = filedText(cursor, 2, 2)
  header.functionCode = filedText(cursor, 3)
}

/** Dates of the header; those of legs and equipment are not the call's. */
export const readDtm = (state: ReadingState): void => {
  if (state.target === 'header') readDate(state, state.header.dates)
}

/** Carriage: the main one (stage 20) or the first of the header describes the conveyance. */
export const readTdt = (state: ReadingState): void => {
  const { cursor, header } = state
  const stage = cursor.code(1)
  state.party = null
  if (state.consignment) {
    state.leg = stage
    return
  }
  state.target = 'header'
  if (header.transport && stage !== '20') return
  header.transport = transportAt(cursor)
}

/**
 * Nature of the cargo: GIS element 1, or (from D.03B on) GEI element 2 behind the qualifier of a
 * consignment's type. Other indicators are not ours to read.
 */
export const readNature = (state: ReadingState): void => {
  const { cursor, consignment, header, reading } = state
  const element = cursor.tag === 'GEI' ? 2 : 1
  const others = reading.natureIndicators.length > 0 && !reading.natureIndicators.includes(cursor.code(1))
  if (element === 2 && others) return
  const value = NATURE_BY_CODE[cursor.code(element)]
  if (!value) return
  const filed = { value, at: cursor.cite(element, 1) }
  if (consignment) consignment.nature ??= filed
  else header.nature ??= filed
}

export const readFtx = (state: ReadingState): void => {
  repairFtx(state)
  const { cursor, consignment, header, item, reading } = state
  const subject = cursor.code(1)
  const filed = filedJoined(cursor, 4, 5)
  if (!filed) return
  if (!consignment) header.texts.push({ subject, filed })
  else if (reading.goodsText.includes(subject)) {
    const goods = goodsOf(item, consignment)
    goods.texts = appended(goods.texts, filed)
  } else if (reading.hazardText.includes(subject)) {
    const goods = goodsOf(item, consignment)
    goods.hazards = appended(goods.hazards, filed)
  }
}

/** Control totals of the consignment or of the message. */
export const readCnt = (state: ReadingState): void => {
  const { cursor, consignment, header, reading } = state
  const field = (consignment ? reading.consignmentCounts : reading.headerCounts)[cursor.code(1, 1)]
  if (!field) return
  const counts = consignment?.counts ?? header.counts
  if (counts[field]) return
  const at = cursor.cite(1, 2)
  let value = state.number(1, 2)
  if (field === 'grossWeight') value = state.measure(value, cursor.code(1, 3) || reading.countWeightUnit, 'mass', 1, 2)
  if (field === 'volume') value = state.measure(value, cursor.code(1, 3) || reading.countVolumeUnit, 'volume', 1, 2)
  if (value !== null) counts[field] = { value, at }
}
