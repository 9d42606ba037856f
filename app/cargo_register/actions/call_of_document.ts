import type { Instant, LocalTime } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { tenancy } from '#platform/tenancy/tenant_context'
import { callTold } from '../call_told.js'
import type { OwnCall } from '../document_call.js'
import { findCall } from '../queries/find_call.js'
import { recordCall } from './record_call.js'
import type { StoredDocument } from './register_document.js'
import type { FilingOfReport } from './register_cargo_report.js'

/**
 * The call at our port that a document is about. One that names its ship brings the call and its
 * times; a status is told of cargo under way and only looks for it. Only a report of the conveyance
 * itself says that it has arrived.
 */
export async function callOfDocument(
  document: StoredDocument,
  own: OwnCall | null,
  filing: FilingOfReport
): Promise<string | null> {
  const { means, voyage, loading, eta, etd } = document.conveyance
  if (!own || (voyage === null && means.imo === null)) return null
  const arrival = instant(own.times.eta) ?? (own.direction === 'inbound' ? instant(eta) : null)
  const departure =
    instant(own.times.atd) ?? instant(own.times.etd) ?? (own.direction === 'outbound' ? instant(etd) : null)
  const arrivedAt = document.kind === 'conveyance_report' ? instant(own.times.ata) : null
  const namesShip = means.name !== null || means.imo !== null || arrival !== null
  if (document.kind === 'status_report' || !namesShip || filing.historical) {
    const around = arrivedAt ?? arrival
    const precision = around === null ? 'filing' : 'named'
    const call = await findCall({
      voyage,
      imo: means.imo,
      port: own.port,
      around: around ?? filing.filedAt,
      precision,
    })
    return call?.id ?? null
  }
  const { callId } = await recordCall({
    ...callTold(document.conveyance, filing),
    port: own.port,
    previousPort: own.direction === 'inbound' && loading?.code !== own.port ? (loading?.code ?? null) : null,
    eta: arrival,
    etd: departure,
    arrivedAt,
  })
  return callId
}

const instant = (time: LocalTime | null): Instant | null =>
  time === null ? null : toInstant(time, tenancy.current().administration.timezone)
