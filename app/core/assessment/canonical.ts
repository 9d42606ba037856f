/**
 * JSON with sorted keys and no spaces: equal values give equal text, which the platform hashes to
 * address fact snapshots, profile documents and results by content. `undefined` members are left out.
 * @throws on a number that JSON cannot hold.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('E_CANONICAL_NUMBER: not finite')
    return JSON.stringify(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return listOf(value)
  if (typeof value !== 'object') throw new TypeError(`E_CANONICAL_TYPE: ${typeof value}`)
  return objectOf(value as Readonly<Record<string, unknown>>)
}

const listOf = (values: readonly unknown[]): string => {
  let text = ''
  for (let at = 0; at < values.length; at++) text += (at === 0 ? '' : ',') + canonicalJson(values[at] ?? null)
  return `[${text}]`
}

const objectOf = (value: Readonly<Record<string, unknown>>): string => {
  let text = ''
  for (const name of inOrder(Object.keys(value))) {
    const member = value[name]
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

/** A snapshot has so many keys that sorting them takes longer than writing them; the next one has the same. */
const MANY = 32
let last: { readonly names: readonly string[]; readonly sorted: readonly string[] } | null = null

const inOrder = (names: string[]): readonly string[] => {
  if (names.length < MANY) return names.sort()
  if (last?.names.length !== names.length || last.names.some((name, at) => name !== names[at]))
    last = { names, sorted: names.toSorted() }
  return last.sorted
}

/** Names of members repeat in every object. */
const MOST_NAMES = 4096
const names = new Map<string, string>()

const quoted = (name: string): string => {
  const known = names.get(name)
  if (known !== undefined) return known
  const text = JSON.stringify(name)
  if (names.size < MOST_NAMES) names.set(name, text)
  return text
}
