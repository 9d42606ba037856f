import type { ReferenceColumn } from '#core/indicators/lists/definition'
import { err, ok, type Result } from '#core/kernel/result'
import { normaliseText } from '#core/matching/normalise_text'
import type { ReferenceData } from '#core/reference/reference_data'
import type { Sentence } from '../../resources/props/shared.js'
import { sentence } from './authoring_failure.js'

const LONGEST = 1000
/** Stands for every value in columns that say so. */
const ANY = '*'

type Cell = Result<string | boolean | null, Sentence>

/** One cell as its column wants it; an empty one is null. */
export function readCell(column: ReferenceColumn, given: unknown, reference: ReferenceData): Cell {
  if (column.kind === 'flag') return readFlag(given)
  const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : ''
  if (text === '') return column.required ? err(sentence('authoring.cell_missing')) : ok(null)
  if (text.length > LONGEST) return err(sentence('authoring.cell_too_long', { limit: LONGEST }))
  if (column.any && text === ANY) return ok(ANY)
  return readText(column, text, reference)
}

function readText(column: ReferenceColumn, text: string, reference: ReferenceData): Cell {
  switch (column.kind) {
    case 'country': {
      const country = reference.country(text)
      return country ? ok(country.alpha2) : err(sentence('authoring.cell_country', { value: text }))
    }
    case 'place': {
      const place = reference.place(text)
      return place ? ok(place.code) : err(sentence('authoring.cell_place', { value: text }))
    }
    case 'code':
      return column.codes?.includes(text) ? ok(text) : err(sentence('authoring.cell_code', { value: text }))
    case 'words': {
      const words = alternatives(text).filter((each) => normaliseText(each) !== '')
      return words.length > 0 ? ok(words.join('|')) : err(sentence('authoring.cell_words'))
    }
    case 'hs': {
      const prefixes = alternatives(text).map((each) => each.replace(/[.\s]/g, ''))
      return prefixes.every((each) => /^\d{2,10}$/.test(each))
        ? ok(prefixes.join('|'))
        : err(sentence('authoring.cell_hs'))
    }
    case 'number':
      return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? ok(text) : err(sentence('authoring.cell_number'))
    case 'date':
      return isDate(text) ? ok(text) : err(sentence('authoring.cell_date'))
    default:
      return ok(text)
  }
}

/** A day of the calendar as `2026-01-31`. */
const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function readFlag(given: unknown): Cell {
  if (given === null || given === undefined || given === '') return ok(null)
  return typeof given === 'boolean' ? ok(given) : err(sentence('authoring.cell_flag'))
}

const alternatives = (text: string): string[] =>
  text
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '')
