import type { ArrivalRow } from '../../pages/arrivals/index.props.js'

const LAST_HOUR = 72
const START = 7
const END = 96

/** Place in percent of the width; berthed ships stand before `now`, later ones at the end. */
export const placeOf = (hours: number) => {
  if (hours <= 0) return Math.max(2, START + hours)
  return START + (END - START) * Math.sqrt(Math.min(hours, LAST_HOUR) / LAST_HOUR)
}

export interface Mark {
  row: ArrivalRow
  place: number
  labelled: boolean
  upper: boolean
}

/** Percent of the width that a name needs, generously. */
const widthOf = (row: ArrivalRow) => (row.call.means ?? row.call.voyage ?? '').length * 0.62 + 1

/** Names only ships that are high or unfiled, or chosen; in two lines, and only where they have room. */
export const layOut = (arrivals: readonly { row: ArrivalRow; hours: number }[], chosen: string | null): Mark[] => {
  const edges = { lower: -1, upper: -1 }
  return [...arrivals]
    .sort((a, b) => a.hours - b.hours)
    .map(({ row, hours }) => {
      const place = placeOf(hours)
      const half = widthOf(row) / 2
      const worth = row.call.id === chosen || row.worst === 'high' || row.worst === null
      const from = place - half
      if (!worth || from < 0 || place + half > 100) return { row, place, labelled: false, upper: false }
      if (from > edges.lower) {
        edges.lower = place + half
        return { row, place, labelled: true, upper: false }
      }
      if (from > edges.upper) {
        edges.upper = place + half
        return { row, place, labelled: true, upper: true }
      }
      return { row, place, labelled: false, upper: false }
    })
}
