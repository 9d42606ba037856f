import type { FactKey, FactSnapshot } from './catalogue.js'

/** Facts that the sender's profile declares always filed when applicable: absence says there are none. */
export type AlwaysFiled = ReadonlySet<FactKey>

/** What the sender's format has no place for cannot arrive by amendment, so nobody waits for it. */
export const withNotCarried = (facts: FactSnapshot, notCarried: ReadonlySet<FactKey>): FactSnapshot => {
  const absent = [...notCarried].filter((key) => {
    const fact = facts[key]
    return !fact.known && fact.why === 'not_filed'
  })
  return { ...facts, ...Object.fromEntries(absent.map((key) => [key, { known: false, why: 'not_carried' }])) }
}
