import type { MissingReason } from './catalogue.js'

/**
 * What the sender's profile says of fields, by canonical path without positions
 * (`places.transhipment`, `parties.identifiers`, `parties.contacts`, `items.hsCodes`,
 * `items.dangerousGoods`, `equipment.seals`).
 */
export interface FilingTerms {
  /** Always filed when applicable: its absence is a statement. */
  readonly alwaysFiled: ReadonlySet<string>
  /** The format has no place for it: it cannot arrive by amendment. */
  readonly notCarried: ReadonlySet<string>
}

export const whyAbsent = (terms: FilingTerms, path: string): MissingReason =>
  terms.notCarried.has(path) ? 'not_carried' : 'not_filed'
