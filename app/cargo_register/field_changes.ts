import type { Consignment } from '#core/cargo/consignment'

/** One field that a revision changed, by canonical path (`items.0.description`). */
export interface FieldChange {
  path: string
  before: unknown
  after: unknown
  /** It says what the goods are, whose they are or what they travel in: what a decision rests on (FORMATS 14.4). */
  decisive?: true
}

const DECISIVE =
  /^(?:totals\.grossWeightKg$|items\.\d+(?:$|\.(?:description|hsCodes|grossWeightKg)\b)|equipment\.\d+(?:$|\.(?:number|seals)\b))/
const OF_A_PARTY = /^parties\.(\d+)(?:$|\.(?:role|name|identifiers)\b)/

/** More than these say no more: the whole document was rewritten. */
const LIMIT = 200

/** Leaves that differ between two documents, decisive ones first, in the order of the fields. The position in the message is not compared. */
export const fieldChanges = (before: Consignment, after: Consignment): FieldChange[] => {
  const changes: FieldChange[] = []
  compare('', { ...before, sequence: 0 }, { ...after, sequence: 0 }, changes)
  const marked = changes.map((change): FieldChange =>
    isDecisive(change.path, before, after) ? { ...change, decisive: true } : change
  )
  // What a decision rests on is not lost behind the rest.
  return [...marked.filter(({ decisive }) => decisive), ...marked.filter(({ decisive }) => !decisive)].slice(0, LIMIT)
}

const isDecisive = (path: string, ...documents: readonly Consignment[]): boolean => {
  const party = OF_A_PARTY.exec(path)?.[1]
  return party === undefined
    ? DECISIVE.test(path)
    : documents.some(({ parties }) => parties?.[Number(party)]?.role === 'consignee')
}

const compare = (path: string, before: unknown, after: unknown, changes: FieldChange[]): void => {
  if (Object.is(before, after)) return
  if (isTree(before) && isTree(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compare(path ? `${path}.${name}` : name, before[name], after[name], changes)
    }
    return
  }
  changes.push({ path, before: before ?? null, after: after ?? null })
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
