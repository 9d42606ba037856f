import type { RetentionClass } from '#platform/retention/retention_class'
import { firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { UNSEEN, forgetParties } from '../actions/parties/forget_parties.js'

const OLD = `from tenant.identity_keys i where i.first_seen_at < ? and ${UNSEEN}`

/** Who a party is, and what people decided of it. It goes with the last consignment that history counts of it. */
export const partyIdentities: RetentionClass = {
  code: 'party_identities',
  tables: ['identity_keys', 'identity_decisions', 'identity_decision_keys'],
  defaults: { maskAfterDays: null, deleteAfterDays: 730 },
  exact: true,
  mask: { notNeeded: 'the key is all there is; it is deleted' },
  remove: {
    due: async (before, limit) =>
      (await rows<{ id: string }>(`select i.id ${OLD} order by i.first_seen_at, i.id limit ?`, [before, limit])).map(
        ({ id }) => id
      ),
    // What a hold keeps is still counted by history, and so not due.
    count: async (before) => ({
      due: (await firstRow<{ due: number }>(`select count(*)::int as due ${OLD}`, [before]))!.due,
      held: 0,
    }),
    apply: (due) =>
      unitOfWork(async () => {
        const keys = await rows<{ key: string }>(`select key from tenant.identity_keys where id = any(?::uuid[])`, [
          due,
        ])
        await forgetParties(keys.map(({ key }) => key))
      }),
  },
}
