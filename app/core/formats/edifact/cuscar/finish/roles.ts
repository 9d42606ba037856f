import type { PartyRole } from '../../../../cargo/codes.js'
import type { PartyDraft } from '../drafts.js'
import type { CuscarReading } from '../reading.js'

type RoleRule = CuscarReading['roles'][number]
/** Rules that name a qualifier, each with its rank there; the first is the qualifier's own. */
type Ranked = readonly { readonly rule: RoleRule; readonly rank: number }[]

/** Rules by qualifier, made once a reading. */
const tables = new WeakMap<CuscarReading['roles'], ReadonlyMap<string, Ranked>>()

const tableOf = (roles: CuscarReading['roles']): ReadonlyMap<string, Ranked> => {
  const known = tables.get(roles)
  if (known) return known
  const table = new Map<string, { rule: RoleRule; rank: number }[]>()
  for (const rule of roles) {
    for (const [rank, qualifier] of rule.qualifiers.entries()) {
      const ranked = table.get(qualifier) ?? []
      if (ranked.every((other) => other.rule !== rule)) table.set(qualifier, [...ranked, { rule, rank }])
    }
  }
  tables.set(roles, table)
  return table
}

/** The role of each party; of several candidates for one role the strongest qualifier takes it. */
export const rolesOf = (
  { roles }: Pick<CuscarReading, 'roles'>,
  drafts: readonly PartyDraft[]
): readonly PartyRole[] => {
  const table = tableOf(roles)
  const strongest = new Map<RoleRule, { draft: PartyDraft; rank: number }>()
  for (const draft of drafts) {
    for (const { rule, rank } of table.get(draft.qualifier) ?? []) {
      const best = strongest.get(rule)
      if (!best || rank < best.rank) strongest.set(rule, { draft, rank })
    }
  }
  return drafts.map((draft) => {
    const rule = table.get(draft.qualifier)?.[0]?.rule
    if (!rule || rule.role === 'notify') return rule?.role ?? 'other'
    return strongest.get(rule)?.draft === draft ? rule.role : 'other'
  })
}
