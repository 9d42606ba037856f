import type { MessageKey } from '../definition.js'

/**
 * `words`: alternatives separated by `|`, each one word or several in sequence. `hs`: prefixes separated by `|`.
 * `number`: decimal text with a point. `date`: `2026-01-31`.
 */
export type ReferenceColumnKind = 'text' | 'country' | 'place' | 'words' | 'hs' | 'code' | 'flag' | 'number' | 'date'

export interface ReferenceColumn {
  readonly name: string
  readonly kind: ReferenceColumnKind
  readonly label: MessageKey
  readonly required: boolean
  /** The values a `code` column takes. */
  readonly codes?: readonly string[]
  /** Also accepts `*`, which stands for every value. */
  readonly any?: boolean
}

/** A table that an administration keeps in editions; indicators look into it. */
export interface ReferenceListDefinition {
  readonly code: string
  readonly title: MessageKey
  readonly columns: readonly ReferenceColumn[]
  /** Columns that together name a row: a second row with the same values is refused. */
  readonly key: readonly string[]
}

export const column = (
  name: string,
  kind: ReferenceColumnKind,
  more: Partial<ReferenceColumn> = {}
): ReferenceColumn => ({
  name,
  kind,
  label: `targeting.column_${name}`,
  required: true,
  ...more,
})

export const optional = (name: string, kind: ReferenceColumnKind): ReferenceColumn =>
  column(name, kind, { required: false })

/** Every table says why a row is there and where it comes from. */
const ORIGIN = [optional('note', 'text'), optional('source', 'text')]

/** Goods are told by words of their description, by HS prefixes, or by either. */
export const GOODS = [column('goods', 'text'), optional('words', 'words'), optional('hs', 'hs')]

export const defineList = (
  code: string,
  key: readonly string[],
  columns: readonly ReferenceColumn[]
): ReferenceListDefinition =>
  Object.freeze({ code, title: `targeting.list_${code}` as const, key, columns: [...columns, ...ORIGIN] })
