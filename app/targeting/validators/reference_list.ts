import vine from '@vinejs/vine'
import { blank, seen } from './form_fields.js'

/** More rows than any table of this kind holds. */
const MOST_ROWS = 5000

/**
 * Cells are read by the columns of the list (`reference_rows.ts`). `edition` is the one the author
 * saw; 0 both for a list that is not set up and for a request that does not say.
 */
export const newEditionValidator = vine.create({
  rows: vine.array(vine.object({}).allowUnknownProperties()).maxLength(MOST_ROWS),
  note: vine.string().parse(blank).trim().maxLength(500),
  edition: seen(),
})

export const editionQueryValidator = vine.create({ edition: seen() })
