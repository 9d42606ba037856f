import { normaliseIdentifier } from '../matching/normalise_identifier.js'
import { normaliseName } from '../matching/normalise_name.js'
import { inOrder } from './list_index.js'
import type { ReferenceListEdition, ReferenceRow } from './reference_lists.js'

interface Named {
  readonly byName: ReadonlyMap<string, readonly ReferenceRow[]>
  readonly byIdentifier: ReadonlyMap<string, readonly ReferenceRow[]>
}

const compiled = new WeakMap<ReferenceListEdition, Map<string, Named>>()

/** Rows of a party by its name as compared, or by one of its normalised identifiers. */
export const namedRows = (
  list: ReferenceListEdition,
  party: { readonly name: string | null; readonly identifiers: readonly string[] },
  column = 'name'
): readonly ReferenceRow[] => {
  const { byName, byIdentifier } = namedOf(list, column)
  const found = [
    ...(party.name === null ? [] : (byName.get(normaliseName(party.name)) ?? [])),
    ...party.identifiers.flatMap((each) => byIdentifier.get(each) ?? []),
  ]
  return [...new Set(found)]
}

/** Every row with its name as compared. */
export const comparedNames = (list: ReferenceListEdition): ReadonlyMap<string, readonly ReferenceRow[]> =>
  namedOf(list, 'name').byName

const namedOf = (list: ReferenceListEdition, column: string): Named => {
  const columns = compiled.get(list) ?? new Map<string, Named>()
  compiled.set(list, columns)
  const made = columns.get(column) ?? build(list, column)
  columns.set(column, made)
  return made
}

const build = (list: ReferenceListEdition, column: string): Named => {
  const byName = new Map<string, ReferenceRow[]>()
  const byIdentifier = new Map<string, ReferenceRow[]>()
  const put = (index: Map<string, ReferenceRow[]>, key: string, row: ReferenceRow) => {
    if (key !== '') index.set(key, [...(index.get(key) ?? []), row])
  }
  for (const row of inOrder(list.rows)) {
    put(byName, normaliseName(String(row[column] ?? '')), row)
    put(byIdentifier, normaliseIdentifier(String(row['identifier'] ?? '')), row)
  }
  return { byName, byIdentifier }
}
