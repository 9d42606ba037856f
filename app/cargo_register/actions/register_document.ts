import type { ReportedDocument } from '#core/cargo/reported_document'
import type { LocalTime } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { uuidv7 } from '#platform/database/uuid'
import { notifyLive } from '#platform/live/notify'
import { referenceData } from '#platform/reference/service'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { callKeys } from '../call_key.js'
import { ownCallOf, personsOf, type OwnCall } from '../document_call.js'
import { documentRows, type DocumentRow } from '../document_rows.js'
import { withOwnAirports } from '../own_airports.js'
import { ownPlaces } from '../queries/own_places.js'
import { announceCallChanged } from './announce_call_changed.js'
import { announceReported } from './announce_reported.js'
import { callOfDocument } from './call_of_document.js'
import { feedCargoEvents } from './feed_cargo_events.js'
import type { FilingOfReport } from './register_cargo_report.js'

export interface RegisteredDocument {
  documentId: string
  callId: string | null
}

/** Rows of one statement. */
const CHUNK = 1000

/**
 * Keeps what a bay plan, a terminal, a gate or a carrier reports besides cargo, joins it to its call
 * and tells the events in it, inside the caller's unit of work. A later document with the same
 * number takes the place of the earlier one, which stays; a cancelled one stays too. `null` for
 * tests and for what only says how things stand. Of a list of travellers this keeps how many there
 * were; who they are is the room of travellers', which alone calls it with one.
 */
export async function registerDocument(
  told: ReportedDocument,
  filing: FilingOfReport
): Promise<RegisteredDocument | null> {
  if (told.test || told.function === 'test' || told.function === 'status_only') return null
  const places = await ownPlaces()
  const document = withOwnAirports(told, places, referenceData())
  const own = ownCallOf(document, places)
  const callId = await callOfDocument(document, own, places, filing)
  const withdrawn = document.function === 'cancel' || document.function === 'delete'
  if (document.function !== 'add' && document.function !== 'change')
    await supersede(document, filing, withdrawn ? 'cancelled' : 'replaced')
  const rows = documentRows(document, (time: LocalTime) => toInstant(time, tenancy.current().administration.timezone))
  const documentId = await writeDocument(document, filing, {
    own,
    callId,
    state: withdrawn ? 'cancelled' : 'current',
    rows,
  })
  if (!withdrawn && !filing.historical && document.kind === 'equipment_report')
    await feedCargoEvents(document, rows, filing)
  if (callId && !filing.historical) {
    // A plan tells of what is not aboard as well; a terminal of what it handled.
    if (document.kind === 'stowage_plan') await announceCallChanged({ callId })
    if (document.kind === 'equipment_report') await announceReported(documentId, callId)
  }
  if (callId) await notifyLive('call:changed', callId)
  return { documentId, callId }
}

async function supersede(document: ReportedDocument, filing: FilingOfReport, state: string): Promise<void> {
  if (document.documentReference === null) return
  // Passengers and crew of one flight may come under one number: they are two lists.
  await execute(
    `update tenant.reported_documents set state = ? where sender_id = ?::uuid and type = ? and document_reference = ? and state = 'current'
       and (kind <> 'traveller_list' or activity is not distinct from ?)`,
    [state, filing.sender.id, document.type, document.documentReference, activityOf(document)]
  )
}

/** What a document is about within its kind, as `conveyances.activity_<code>` says it. */
const activityOf = (document: ReportedDocument): string | null => {
  if (document.kind === 'equipment_report') return document.activity
  return document.kind === 'traveller_list' ? document.of : null
}

interface Stored {
  own: OwnCall | null
  callId: string | null
  state: 'current' | 'cancelled'
  rows: readonly DocumentRow[]
}

async function writeDocument(document: ReportedDocument, filing: FilingOfReport, stored: Stored): Promise<string> {
  const { own, callId, state, rows } = stored
  const { means, voyage } = document.conveyance
  const persons = personsOf(document)
  const tenantId = tenancy.current().administration.id
  const id = uuidv7()
  await execute(
    `insert into tenant.reported_documents (tenant_id, id, message_id, sender_id, kind, type, activity, document_reference, state, direction,
       call_id, call_key, means_name, imo, voyage, port, records, crew, passengers, filed_at)
     values (?::uuid, ?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)`,
    [
      tenantId,
      id,
      filing.messageId,
      filing.sender.id,
      document.kind,
      document.type,
      activityOf(document),
      document.documentReference,
      state,
      own?.direction ?? null,
      callId,
      callKeys({ voyage, imo: means.imo, port: own?.port ?? null })[0] ?? null,
      means.name,
      means.imo,
      voyage,
      own?.port ?? null,
      rows.length,
      persons?.crew ?? null,
      persons?.passengers ?? null,
      new Date(filing.filedAt),
    ]
  )
  for (let start = 0; start < rows.length; start += CHUNK)
    await execute(
      `insert into tenant.reported_records (tenant_id, document_id, position, equipment, kind, bill, movement, cell, loading_port, discharge_port,
         place, fullness, size_type, gross_kg, verified_gross_kg, seals, operator, status_code, occurred_at)
       select ?::uuid, ?::uuid, r.position, r.equipment, r.kind, r.bill, r.movement, r.cell, r.loading_port, r.discharge_port, r.place, r.fullness,
         r.size_type, r.gross_kg, r.verified_gross_kg, r.seals, r.operator, r.status_code, r.occurred_at
         from json_to_recordset(?::json) as r(position integer, equipment text, kind text, bill text, movement text, cell text, loading_port text,
           discharge_port text, place text, fullness text, size_type text, gross_kg double precision, verified_gross_kg double precision, seals jsonb,
           operator text, status_code text, occurred_at timestamptz)`,
      [
        tenantId,
        id,
        JSON.stringify(rows.slice(start, start + CHUNK).map((row, at) => ({ ...row, position: start + at }))),
      ]
    )
  return id
}
