import type { Consignment } from '#core/cargo/consignment'
import { historyKeys, type HistoryKeys, type Trace } from '#core/matching/history_keys'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { rememberParties } from '../parties/remember_parties.js'
import { forgetHistory, writeTraces } from '../write_traces.js'

export interface RowDifferences {
  /** Open consignments that history does not know. */
  missing: number
  /** Known by other keys than their document gives. */
  wrong: number
  /** Known though nothing is open. */
  extra: number
}

interface Row {
  id: string
  open: boolean
  masked: boolean
  document: Consignment
  sender_id: string
  registered: string
  consignor_key: string | null
  consignee_key: string | null
  lane: string | null
  row_sender: string | null
  chapters: string[] | null
  value: string | null
  filed_at: string | null
  traces: (Trace & { at: string })[]
}

/** Documents of one statement. */
const PAGE = 500
const SOME_MINUTES = { statementTimeoutMs: 120_000 }

/** Reads the current document of every consignment again, page by page; each page is one statement and sees one moment. */
export async function checkRows(repair: boolean): Promise<RowDifferences & { consignments: number }> {
  const keptFrom = await oldestKept()
  const found = { consignments: 0, missing: 0, wrong: 0, extra: 0 }
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const read = await unitOfWork(async () => {
      const page = await readPage(after)
      const judged = page.map((row) => ({ row, keys: historyKeys(row.document), fault: faultOf(row, keptFrom) }))
      for (const { fault } of judged) if (fault) found[fault]++
      if (repair) {
        await forgetHistory(judged.flatMap(({ row, fault }) => (fault === 'extra' ? [row.id] : [])))
        await rememberParties(
          page.flatMap(({ open, masked, document }) => (open && !masked ? [document] : [])),
          Date.now()
        )
        await writeAnew(judged.filter(({ fault }) => fault === 'missing' || fault === 'wrong'))
      }
      return page
    }, SOME_MINUTES)
    found.consignments += read.length
    if (read.length < PAGE) return found
    after = read.at(-1)!.id
  }
}

const readPage = (after: string): Promise<Row[]> =>
  rows<Row>(
    `select c.id, c.state = 'filed' as open, c.masked_at is not null as masked, r.document, m.sender_id, c.first_registered_at::text as registered,
            h.consignor_key, h.consignee_key, h.lane, h.sender_id as row_sender, h.chapters, h.value, h.filed_at::text as filed_at,
            coalesce((select json_agg(json_build_object('kind', t.kind, 'key', t.key, 'other', t.other, 'at', t.seen_at::text))
               from tenant.history_traces t where t.consignment_id = c.id), '[]') as traces
       from (select * from tenant.consignments where id > ?::uuid order by id limit ${PAGE}) c
       join tenant.consignment_revisions r on r.id = c.revision_id
       join tenant.manifests m on m.id = c.manifest_id
       left join tenant.consignment_history h on h.consignment_id = c.id
      order by c.id`,
    [after]
  )

/** What is older was deleted when its time was over; what a hold keeps is no sign of more. */
async function oldestKept(): Promise<string | null> {
  const oldest = await firstRow<{ at: string }>(
    `select filed_at::text as at from tenant.consignment_history where not tenant.consignment_is_held(consignment_id) order by filed_at limit 1`
  )
  return oldest?.at ?? null
}

function faultOf(row: Row, keptFrom: string | null): keyof RowDifferences | null {
  if (!row.open) return row.filed_at === null && row.traces.length === 0 ? null : 'extra'
  if (row.filed_at === null) {
    if (row.traces.length > 0) return 'extra'
    return keptFrom !== null && new Date(row.registered) > new Date(keptFrom) ? 'missing' : null
  }
  return isRight(row, historyKeys(row.document)) ? null : 'wrong'
}

const isRight = (row: Row, keys: HistoryKeys): boolean =>
  row.consignor_key === keys.consignor &&
  row.consignee_key === keys.consignee &&
  row.lane === keys.lane &&
  row.value === keys.value &&
  row.row_sender === row.sender_id &&
  row.filed_at === row.registered &&
  (row.chapters ?? []).join() === keys.chapters.join() &&
  row.traces.every(({ at }) => at === row.registered) &&
  asSet(row.traces) === asSet(keys.traces)

const asSet = (traces: readonly Trace[]): string =>
  traces
    .map(({ kind, key, other }) => JSON.stringify([kind, key, other]))
    .sort()
    .join()

/** Whether its data had Problems is not in the document: a row that is there keeps what it says of it. */
async function writeAnew(wanted: readonly { row: Row; keys: HistoryKeys }[]): Promise<void> {
  if (wanted.length === 0) return
  await execute(
    `insert into tenant.consignment_history (tenant_id, consignment_id, consignor_key, consignee_key, filed_at, lane, sender_id, chapters, value)
     select ?::uuid, id, consignor, consignee, registered, lane, sender, chapters, value
       from json_to_recordset(?::json) as r (id uuid, consignor text, consignee text, registered timestamptz, lane text, sender uuid, chapters text[], value text)
     on conflict (tenant_id, consignment_id) do update set consignor_key = excluded.consignor_key, consignee_key = excluded.consignee_key,
       filed_at = excluded.filed_at, lane = excluded.lane, sender_id = excluded.sender_id, chapters = excluded.chapters, value = excluded.value`,
    [
      tenancy.current().administration.id,
      JSON.stringify(
        wanted.map(({ row, keys: { consignor, consignee, lane, chapters, value } }) => ({
          id: row.id,
          consignor,
          consignee,
          registered: row.registered,
          lane,
          sender: row.sender_id,
          chapters,
          value,
        }))
      ),
    ]
  )
  await writeTraces(
    wanted.map(({ row }) => row.id),
    wanted.flatMap(({ row, keys }) => keys.traces.map((trace) => ({ id: row.id, ...trace })))
  )
}
