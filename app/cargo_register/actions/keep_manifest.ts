import type { CargoReport } from '#core/cargo/cargo_report'
import { normaliseNumber } from '#core/matching/normalise_number'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { callKeys } from '../call_key.js'
import { holdsAll, renumberedManifest } from './renumbered_manifest.js'
import type { PortOfReport } from '../port_of_report.js'
import type { KnownConsignment, ManifestEffect } from '../plan_registration.js'
import type { FilingOfReport } from './register_cargo_report.js'

/** A report and the port of ours that it is about. */
export interface PlacedReport {
  report: CargoReport
  port: PortOfReport | null
}

export interface FiledManifest {
  id: string
  state: 'filed' | 'cancelled'
  callId: string | null
  consignments: ReadonlyMap<string, KnownConsignment>
  /** Number under which it was filed, where only its bills and containers say that a report is about it. */
  renumbered?: string | null
}

/**
 * By what numbers a report names its document, the most telling first: that of the document it
 * changes, then its own; an original changes none. A report without a number is told by its voyage.
 */
export function documentKeys({ report, port }: PlacedReport): string[] {
  const changed = report.function === 'original' ? null : report.previousReference
  const numbers = [changed, report.documentReference].map((each) => normaliseNumber(each ?? ''))
  const named = [...new Set(numbers.filter((number) => number !== ''))]
  if (named.length > 0) return named
  return callKeys({
    voyage: report.conveyance.voyage,
    imo: report.conveyance.means.imo,
    port: port?.port ?? null,
  }).slice(0, 1)
}

/** The manifest of this filer that a report names, locked until the unit ends. Nobody changes another filer's document. */
export async function findManifest(placed: PlacedReport, senderId: string): Promise<FiledManifest | null> {
  const keys = documentKeys(placed)
  const named = await namedManifest(keys, senderId)
  const found = named ?? (await renumberedManifest(placed.report, senderId))
  if (!found) return null
  const consignments = await rows<{ key: string } & KnownConsignment>(
    `select k.key, c.id as "consignmentId", c.state, c.revision, c.revision_id as "revisionId", c.content_hash as "contentHash"
       from tenant.consignment_keys k join tenant.consignments c on c.id = k.consignment_id where k.manifest_id = ?::uuid`,
    [found.id]
  )
  const manifest: FiledManifest = { ...found, consignments: new Map(consignments.map((each) => [each.key, each])) }
  if (!named && !holdsAll(manifest, placed.report)) return null
  await rememberKeys(found.id, senderId, keys)
  return manifest
}

/** The manifest of this filer that a report only speaks about. */
export const manifestMeant = (placed: PlacedReport, senderId: string) => namedManifest(documentKeys(placed), senderId)

const namedManifest = (keys: readonly string[], senderId: string) =>
  firstRow<Omit<FiledManifest, 'consignments'>>(
    `select m.id, m.state, m.call_id as "callId" from tenant.manifest_keys k join tenant.manifests m on m.id = k.manifest_id
      where k.sender_id = ?::uuid and k.key = any(?::text[]) order by array_position(?::text[], k.key) limit 1 for update of m`,
    [senderId, keys, keys]
  )

export async function openManifest(
  placed: PlacedReport,
  filing: FilingOfReport,
  callId: string | null
): Promise<FiledManifest> {
  const { report } = placed
  const id = uuidv7()
  const filedAt = new Date(filing.filedAt)
  await execute(
    `insert into tenant.manifests (tenant_id, id, document_reference, sender_id, call_id, mode, nature, voyage, port, call_key,
       first_filed_at, last_filed_at, first_filer, declared_consignments, last_message_id)
     values (?::uuid, ?::uuid, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?::uuid)`,
    [
      tenancy.current().administration.id,
      id,
      report.documentReference,
      filing.sender.id,
      callId,
      ...heading(placed),
      filedAt,
      filedAt,
      filing.sender.code,
      report.declaredTotals.consignments,
      filing.messageId,
    ]
  )
  await rememberKeys(id, filing.sender.id, documentKeys(placed))
  return { id, state: 'filed', callId, consignments: new Map() }
}

/** What brings cargo opens a cancelled document again; a new heading or a deletion does not. */
const STATE: Partial<Record<ManifestEffect, 'filed' | 'cancelled'>> = {
  filed: 'filed',
  replaced: 'filed',
  changed: 'filed',
  cancelled: 'cancelled',
}

/** The heading follows the newest filing; who filed first, and when, stays. */
export async function updateManifest(
  manifest: FiledManifest,
  placed: PlacedReport,
  filing: FilingOfReport,
  effect: ManifestEffect
): Promise<void> {
  await execute(
    `update tenant.manifests set mode = coalesce(?, mode), nature = coalesce(?, nature), voyage = coalesce(?, voyage),
       port = coalesce(?, port), call_key = coalesce(?, call_key), declared_consignments = coalesce(?, declared_consignments),
       state = ?, last_filed_at = greatest(last_filed_at, ?::timestamptz), last_message_id = ?::uuid, changed_at = now()
      where id = ?::uuid`,
    [
      ...heading(placed),
      placed.report.declaredTotals.consignments,
      STATE[effect] ?? manifest.state,
      new Date(filing.filedAt),
      filing.messageId,
      manifest.id,
    ]
  )
}

/** mode, nature, voyage, port, call_key */
function heading({ report, port: own }: PlacedReport) {
  const port = own?.port ?? null
  const { mode, voyage, means } = report.conveyance
  return [mode, report.nature, voyage, port, callKeys({ voyage, imo: means.imo, port })[0] ?? null]
}

async function rememberKeys(manifestId: string, senderId: string, keys: readonly string[]): Promise<void> {
  await execute(
    `insert into tenant.manifest_keys (tenant_id, sender_id, key, manifest_id)
     select ?::uuid, ?::uuid, key, ?::uuid from unnest(?::text[]) as key on conflict do nothing`,
    [tenancy.current().administration.id, senderId, manifestId, keys]
  )
}
