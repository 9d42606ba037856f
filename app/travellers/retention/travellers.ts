import type { RetentionClass } from '#platform/retention/retention_class'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { heldAmong, heldKeys, type HoldableRow } from '../queries/holds.js'

const PAGE = 500

/** Old enough, or of an administration that no longer reads lists: the ground on which it kept them is gone. */
const DUE = `from tenant.travellers t where (t.filed_at < ?
   or not coalesce((select s.reads from tenant.traveller_settings s order by s.revision desc limit 1), false))`

async function* duePages(before: Date): AsyncGenerator<HoldableRow[]> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const page = await rows<HoldableRow>(
      `select t.id, t.sealed, tenant.period_is_held(t.filed_at) as held ${DUE} and t.id > ?::uuid order by t.id limit ${PAGE}`,
      [before, last]
    )
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    last = page.at(-1)!.id
  }
}

export async function deleteTravellers(ids: readonly string[]): Promise<void> {
  await unitOfWork(() => execute(`delete from tenant.travellers where id = any(?::uuid[])`, [ids]))
}

/** Who was aboard: a month, then not at all. How many there were stays with the document. */
export const travellers: RetentionClass = {
  code: 'travellers',
  tables: ['travellers'],
  defaults: { maskAfterDays: null, deleteAfterDays: 30 },
  mask: { notNeeded: 'everything that names somebody is one sealed value, which goes with its row' },
  exact: true,
  keys: 'travellers',
  partitions: ['travellers'],
  remove: {
    due: async (before, limit) => {
      const keys = await heldKeys()
      const free: string[] = []
      for await (const page of duePages(before)) {
        const held = await heldAmong(page, keys)
        free.push(...page.filter((_, at) => !held[at]).map(({ id }) => id))
        if (free.length >= limit) break
      }
      return free.slice(0, limit)
    },
    count: async (before) => {
      const keys = await heldKeys()
      if (keys.size === 0)
        return (await firstRow<{ due: number; held: number }>(
          `select count(*)::int as due, (count(*) filter (where tenant.period_is_held(t.filed_at)))::int as held ${DUE}`,
          [before]
        ))!
      const sums = { due: 0, held: 0 }
      for await (const page of duePages(before)) {
        sums.due += page.length
        sums.held += (await heldAmong(page, keys)).filter(Boolean).length
      }
      return sums
    },
    apply: (ids) => deleteTravellers(ids),
  },
}
