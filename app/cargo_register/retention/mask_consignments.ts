import type { Consignment, Party } from '#core/cargo/consignment'
import { historyKeys } from '#core/matching/history_keys'
import { pseudonyms } from '#platform/crypto/pseudonym'
import type { Erasing } from '#platform/retention/retention_class'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { forgetParties } from '../actions/parties/forget_parties.js'
import { forgetCheckedParties } from '../actions/remember_checks.js'
import { writeTraces } from '../actions/write_traces.js'
import type { FieldChange } from '../field_changes.js'
import { maskChanges, maskConsignment } from './mask_consignment.js'

interface RevisionRow {
  id: string
  consignment_id: string
  revision: number
  document: Consignment
  changes: FieldChange[]
}

const SOME_MINUTES = { statementTimeoutMs: 120_000 }

/** Masks parties in every revision of consignments, in their rows and in the history that counts them. */
export async function maskConsignments(
  ids: readonly string[],
  { at, rule }: Erasing,
  which: (party: Party) => boolean = () => true
): Promise<void> {
  const pseudonym = await pseudonyms()
  await unitOfWork(async () => {
    const found = await rows<RevisionRow>(
      `select id, consignment_id, revision, document, changes from tenant.consignment_revisions where consignment_id = any(?::uuid[]) order by consignment_id, revision`,
      [ids]
    )
    const masked = found.map((row) => ({
      id: row.id,
      consignment_id: row.consignment_id,
      document: maskConsignment(row.document, { pseudonym, which }),
      changes: maskChanges(row.changes),
    }))
    await execute(
      `update tenant.consignment_revisions v set document = r.document, changes = r.changes, masked_at = ?
         from json_to_recordset(?::json) as r(id uuid, document json, changes jsonb) where v.id = r.id`,
      [at, JSON.stringify(masked)]
    )
    const latest = [...new Map(masked.map((row) => [row.consignment_id, row])).values()].map(
      ({ consignment_id: id, document }) => ({
        id,
        keys: historyKeys(document),
        consignor: nameOf(document, 'consignor'),
        consignee: nameOf(document, 'consignee'),
        description: document.items.find((item) => item.description)?.description?.slice(0, 300) ?? null,
      })
    )
    const named = await keysOf(ids)
    const counted = latest.map(({ keys, ...row }) => ({
      ...row,
      consignor_key: keys.consignor,
      consignee_key: keys.consignee,
    }))
    await execute(
      `with r as (select * from json_to_recordset(?::json) as x(id uuid, consignor text, consignee text, description text, consignor_key text, consignee_key text)),
         h as (update tenant.consignment_history h set consignor_key = r.consignor_key, consignee_key = r.consignee_key from r where h.consignment_id = r.id)
       update tenant.consignments c set consignor_name = r.consignor, consignee_name = r.consignee, description = r.description, masked_at = ?, masked_rule = ?
         from r where c.id = r.id`,
      [JSON.stringify(counted), at, rule]
    )
    await writeTraces(
      ids,
      latest.flatMap(({ id, keys }) => keys.traces.map((trace) => ({ id, ...trace })))
    )
    await forgetParties(named)
    await forgetCheckedParties(ids)
    await execute(
      `update tenant.cargo_events set note = null where consignment_id = any(?::uuid[]) and note is not null`,
      [ids]
    )
  }, SOME_MINUTES)
}

/** By what history knows their parties, before they are masked. */
const keysOf = async (ids: readonly string[]): Promise<string[]> =>
  (
    await rows<{ key: string }>(
      `select unnest(array[consignor_key, consignee_key]) as key from tenant.consignment_history where consignment_id = any(?::uuid[])
       union select key from tenant.history_traces where kind = 'notify' and consignment_id = any(?::uuid[])`,
      [ids, ids]
    )
  ).flatMap(({ key }) => key ?? [])

const party = ({ parties }: Consignment, role: string) => parties.find((each) => each.role === role)
const nameOf = (document: Consignment, role: string) => party(document, role)?.name ?? null
