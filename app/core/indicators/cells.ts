import { DAY, type Instant } from '../kernel/instant.js'
import type { ReferenceRow } from './reference_lists.js'

/** A `number` cell; `null` when it is empty. */
export const numberIn = (row: ReferenceRow, column: string): number | null => {
  const cell = row[column]
  if (cell === null || cell === undefined || cell === '') return null
  const value = Number(cell)
  return Number.isFinite(value) ? value : null
}

/** The start (UTC) of the day in a `date` cell; `null` when it is empty. */
export const dayIn = (row: ReferenceRow, column: string): Instant | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(row[column] ?? ''))
  return parts === null ? null : Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
}

/** Whether a row with an optional last day (`until`) is in force at the instant. */
export const inForce = (row: ReferenceRow, at: Instant): boolean => {
  const until = dayIn(row, 'until')
  return until === null || at < until + DAY
}
