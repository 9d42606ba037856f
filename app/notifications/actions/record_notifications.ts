import { tellOfficer } from '#platform/live/notify'
import { uuidv7 } from '#platform/database/uuid'
import { ring } from '#platform/queue/doorbell'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { looksAt } from '#platform/tenancy/unit_scope'
import { KINDS, type KindCode } from '../kinds.js'
import { channelsFor } from '../rules.js'
import { listListeners } from '../queries/list_listeners.js'

/** Something that happened, and whom it concerns. */
export interface Told {
  /** What is gathered under one line: the ship, the message. */
  threadId: string
  /** The newest single thing. */
  subjectId: string
  count: number
  band: string | null
  port: string | null
  threat: string | null
  berthAt: Date | null
  officers: readonly string[]
}

/**
 * Writes what each officer is told, by their own rules, inside the unit of work of what happened. A
 * row stands also where a rule keeps silent: it is neither shown nor mailed, and says what a change
 * of the rule would have done.
 */
export async function recordNotifications(code: KindCode, all: readonly Told[]): Promise<void> {
  const listeners = await listListeners(code, KINDS[code].permission, [
    ...new Set(all.flatMap((told) => told.officers)),
  ])
  const records = all.flatMap((told) =>
    listeners
      .filter(({ id, scope }) => told.officers.includes(id) && looksAt(scope, told))
      .map(({ id, rule }) => ({ ...recordOf(code, told), officer_id: id, ...columnsOf(channelsFor(rule, told)) }))
  )
  if (records.length === 0) return
  await execute(
    `insert into tenant.notifications (tenant_id, id, officer_id, kind, thread_id, subject_id, count, band, port, berth_at, in_app, mail)
     select ?, id, officer_id, kind, thread_id, subject_id, count, band, port, berth_at, in_app, mail
       from jsonb_to_recordset(?::jsonb) as r (id uuid, officer_id uuid, kind text, thread_id uuid, subject_id uuid, count int,
         band text, port text, berth_at timestamptz, in_app boolean, mail text)`,
    [tenancy.current().administration.id, JSON.stringify(records)]
  )
  for (const officer of new Set(records.filter((each) => each.in_app).map((each) => each.officer_id)))
    await tellOfficer(officer)
  if (records.some((each) => each.mail !== 'off')) await ring('delivery')
}

const recordOf = (kind: KindCode, told: Told) => ({
  id: uuidv7(),
  kind,
  thread_id: told.threadId,
  subject_id: told.subjectId,
  count: told.count,
  band: told.band,
  port: told.port,
  berth_at: told.berthAt?.toISOString() ?? null,
})

const columnsOf = ({ inApp, mail }: ReturnType<typeof channelsFor>) => ({ in_app: inApp, mail })
