import type { ReportedDocument } from '#core/cargo/reported_document'
import type { TravellerList } from '#core/cargo/traveller_list'
import type { LocalTime } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { uuidv7 } from '#platform/database/uuid'
import { notifyLive } from '#platform/live/notify'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { callKeys } from '../call_key.js'
import { ownCallOf, type OwnCall } from '../document_call.js'
import { documentRows, type DocumentRow } from '../document_rows.js'
import { ownPlaces } from '../queries/own_places.js'
import { callOfDocument } from './call_of_document.js'
import { feedCargoEvents } from './feed_cargo_events.js'
import type { FilingOfReport } from './register_cargo_report.js'

/** Documents that become rows. Lists of persons do not: their switch, permission and retention are their own. */
export type StoredDocument = Exclude<ReportedDocument, TravellerList>

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
 * tests and for what only says how things stand.
 */
export async function registerDocument(
  document: StoredDocument,
  filing: FilingOfReport
): Promise<RegisteredDocument | null> {
  if (document.test || document.function === 'test' || document.function === 'status_only') return null
  const places = await ownPlaces()
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
  if (callId) await notifyLive('call:changed', callId)
  return { documentId, callId }
}

async function supersede(document: StoredDocument, filing: FilingOfReport, state: string): Promise<void> {
  if (document.documentReference === null) return
  await execute(
    `update tenant.reported_documents set state = ? where sender_id = ?::uuid and type = ? and document_reference = ? and state = 'current'`,
    [state, filing.sender.id, document.type, document.documentReference]
  )
}

interface Stored {
  own: OwnCall | null
  callId: string | null
  state: 'current' | 'cancelled'
  rows: readonly DocumentRow[]
}

async function writeDocument(document: StoredDocument, filing: FilingOfReport, stored: Stored): Promise<string> {
  const { own, callId, state, rows } = stored
  const { means, voyage } = document.conveyance
  const persons = document.kind === 'conveyance_report' ? document.persons : null
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
      document.kind === 'equipment_report' ? document.activity : null,
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
