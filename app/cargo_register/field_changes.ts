/** One field that a revision changed, by canonical path (`items.0.description`). */
export interface FieldChange {
  path: string
  before: unknown
  after: unknown
}

/** More than these say no more: the whole document was rewritten. */
const LIMIT = 200

/** Leaves that differ between two documents, in the order of the fields. The position in the message is not compared. */
export const fieldChanges = (before: object, after: object): FieldChange[] => {
  const changes: FieldChange[] = []
  compare('', { ...before, sequence: 0 }, { ...after, sequence: 0 }, changes)
  return changes.slice(0, LIMIT)
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
