import { createHash } from 'node:crypto'
import { normaliseNumber } from '#core/matching/normalise_number'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { isCargoEvent, type EventProblem, type EventReporter, type EventTold } from '../cargo_event.js'
import { consignmentInScope } from '../queries/consignment_in_scope.js'
import { findCall } from '../queries/find_call.js'
import { findCargo } from '../queries/find_cargo.js'
import { recordCallEvent } from './record_call_event.js'
import { writeCargoEvents } from './write_cargo_events.js'

type Told = 'recorded' | 'known' | EventProblem[]
const wrong = (field: EventProblem['field'], problem: EventProblem['problem']): EventProblem[] => [{ field, problem }]

/** One event whose fields are understood; must run inside a unit of work. */
export async function recordEvent(event: EventTold, reporter: EventReporter, siteId: string | null): Promise<Told> {
  const known = await findKey(event, reporter)
  if (known) return known === digestOf(event) ? 'known' : wrong('reference', 'reference_reused')
  const told = isCargoEvent(event.kind)
    ? await ofCargo({ ...event, kind: event.kind }, reporter, siteId)
    : await ofCall(event, reporter)
  if (told === 'recorded') await rememberKey(event, reporter)
  return told
}

async function ofCargo(
  event: EventTold & { kind: 'discharge' | 'gate_out' | 'release' },
  reporter: EventReporter,
  siteId: string | null
): Promise<Told> {
  const before = event.replaces === null ? null : await replacedBy(event.replaces, reporter)
  if (before && before.length === 0) return wrong('replaces', 'unknown')
  if (before?.some(({ replaced }) => replaced)) return wrong('replaces', 'replaced_already')
  if (before?.some(({ kind }) => kind !== event.kind)) return wrong('kind', 'not_understood')
  if (!before && event.bill === null && event.container === null) return wrong('bill', 'missing')
  const meant = before ? before.map((row) => row.consignment_id) : await findCargo(event, event.at!)
  if (meant === 'ambiguous') return wrong('bill', 'ambiguous')
  if (meant.length === 0) return wrong(event.bill === null ? 'container' : 'bill', 'unknown')
  await writeCargoEvents({
    kind: event.kind,
    at: event.at,
    consignmentIds: meant,
    equipment: before ? before[0]!.equipment : normaliseNumber(event.container ?? '') || null,
    place: event.port,
    siteId,
    source: reporter.source,
    reporter: reporter.name,
    reference: referenceOf(event),
    note: event.note,
    officerId: reporter.officerId,
    replaces: new Map(before?.map((row) => [row.consignment_id, row.id])),
  })
  return 'recorded'
}

function replacedBy(reference: string, reporter: EventReporter) {
  const scope = consignmentInScope()
  return rows<{ id: string; consignment_id: string; equipment: string | null; kind: string; replaced: boolean }>(
    `select e.id, e.consignment_id, e.equipment, e.kind, exists (
         select 1 from tenant.cargo_events r where r.tenant_id = e.tenant_id and r.replaces = e.id) as replaced
       from tenant.cargo_events e join tenant.consignments c on c.tenant_id = e.tenant_id and c.id = e.consignment_id
      where ${scope.sql} and e.reporter = ? and e.reference = ?`,
    [...scope.bindings, reporter.name, reference]
  )
}

/** Of a call the newest word holds, so a correction is simply told; that it did not happen cannot be said. */
async function ofCall(event: EventTold, reporter: EventReporter): Promise<Told> {
  if (event.at === null) return wrong('at', 'missing')
  if (event.voyage === null && event.imo === null) return wrong('voyage', 'missing')
  if (event.port === null) return wrong('port', 'missing')
  const call = await findCall({
    voyage: event.voyage,
    imo: event.imo,
    port: event.port,
    around: event.at,
    precision: 'named',
  })
  if (!call) return wrong('voyage', 'unknown')
  const noted = await recordCallEvent(call.id, {
    kind: event.kind as 'eta_change' | 'arrival' | 'departure',
    at: event.at,
    note: event.note,
    source: reporter.source,
    officerId: reporter.officerId,
  })
  return noted.ok ? 'recorded' : wrong('voyage', 'unknown')
}

const FIELDS = ['kind', 'at', 'bill', 'container', 'voyage', 'imo', 'port', 'site', 'note', 'replaces'] as const

const digestOf = (event: EventTold): string =>
  createHash('sha256')
    .update(JSON.stringify(FIELDS.map((field) => event[field])))
    .digest('hex')

/** Without a reference of its own an event is called by what it says, so that a file can be loaded again. */
const referenceOf = (event: EventTold): string => event.reference ?? digestOf(event)

async function findKey(event: EventTold, reporter: EventReporter): Promise<string | null> {
  const found = await firstRow<{ digest: string }>(
    `select digest from tenant.event_keys where reporter = ? and reference = ?`,
    [reporter.name, referenceOf(event)]
  )
  return found?.digest ?? null
}

/** Two units that tell the same at once: the second fails on the key and is told again, then it is known. */
const rememberKey = (event: EventTold, reporter: EventReporter) =>
  execute(`insert into tenant.event_keys (tenant_id, reporter, reference, digest) values (?, ?, ?, ?)`, [
    tenancy.current().administration.id,
    reporter.name,
    referenceOf(event),
    digestOf(event),
  ])
