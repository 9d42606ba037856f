import { CONTAINER_GROUPS } from '../reference/reference_data.js'
import { THREATS, type MessageKey } from './definition.js'

/** `words`: alternatives separated by `|`, each one word or several in sequence. `hs`: prefixes separated by `|`. */
export type ReferenceColumnKind = 'text' | 'country' | 'place' | 'words' | 'hs' | 'code' | 'flag'

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

const column = (name: string, kind: ReferenceColumnKind, more: Partial<ReferenceColumn> = {}): ReferenceColumn => ({
  name,
  kind,
  label: `targeting.column_${name}`,
  required: true,
  ...more,
})
const optional = (name: string, kind: ReferenceColumnKind): ReferenceColumn => column(name, kind, { required: false })
/** Every table says why a row is there and where it comes from. */
const origin = [optional('note', 'text'), optional('source', 'text')]
/** Goods are told by words of their description, by HS prefixes, or by either. */
const goods = [column('goods', 'text'), optional('words', 'words'), optional('hs', 'hs')]

const definitions: readonly ReferenceListDefinition[] = [
  {
    code: 'source_countries',
    title: 'targeting.list_source_countries',
    key: ['country', 'threat'],
    columns: [
      column('country', 'country'),
      column('threat', 'code', { codes: THREATS }),
      column('confidence', 'code', { codes: ['high', 'medium', 'low'], required: false }),
      ...origin,
    ],
  },
  {
    code: 'weak_ports',
    title: 'targeting.list_weak_ports',
    key: ['port'],
    columns: [column('port', 'place'), column('class', 'code', { codes: ['B', 'C', 'D'] }), ...origin],
  },
  {
    code: 'cover_loads',
    title: 'targeting.list_cover_loads',
    key: ['goods', 'origin', 'threat'],
    columns: [
      ...goods,
      column('origin', 'country', { any: true }),
      column('threat', 'code', { codes: THREATS }),
      ...origin,
    ],
  },
  {
    code: 'container_compatibility',
    title: 'targeting.list_container_compatibility',
    key: ['goods', 'group'],
    columns: [...goods, column('group', 'code', { codes: CONTAINER_GROUPS }), ...origin],
  },
  {
    code: 'vague_descriptions',
    title: 'targeting.list_vague_descriptions',
    key: ['term'],
    columns: [column('term', 'text'), optional('at_master', 'flag'), ...origin],
  },
]

export const REFERENCE_LIST_CATALOGUE: Readonly<Record<string, ReferenceListDefinition>> = Object.freeze(
  Object.fromEntries(definitions.map((definition) => [definition.code, Object.freeze(definition)]))
)
