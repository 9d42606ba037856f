import type { ReportedDocument } from '#core/cargo/reported_document'
import type { Instant, LocalTime } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { tenancy } from '#platform/tenancy/tenant_context'
import { callTold } from '../call_told.js'
import type { OwnPlaces } from '#core/cargo/nature'
import type { OwnCall } from '../document_call.js'
import { leftPreviousOf } from '../left_previous.js'
import { findCall } from '../queries/find_call.js'
import { bringCallUpToDate } from './bring_call_up_to_date.js'
import { recordCall } from './record_call.js'
import type { FilingOfReport } from './register_cargo_report.js'

/**
 * The call at our port that a document is about. One that names its ship brings the call and its
 * times; a status is told of cargo under way and only looks for it. Only a report of the conveyance
 * itself says that it has arrived.
 */
export async function callOfDocument(
  document: ReportedDocument,
  own: OwnCall | null,
  places: OwnPlaces,
  filing: FilingOfReport
): Promise<string | null> {
  const { means, voyage, loading, eta, etd, atd } = document.conveyance
  if (!own || (voyage === null && means.imo === null)) return null
  const arrival = instant(own.times.eta) ?? (own.direction === 'inbound' ? instant(eta) : null)
  const departure =
    instant(own.times.atd) ?? instant(own.times.etd) ?? (own.direction === 'outbound' ? instant(atd ?? etd) : null)
  const arrivedAt = document.kind === 'conveyance_report' ? instant(own.times.ata) : null
  const namesShip = means.name !== null || means.imo !== null || arrival !== null
  const told = {
    ...callTold(document.conveyance, filing),
    port: own.port,
    previousPort: own.direction === 'inbound' && loading?.code !== own.port ? (loading?.code ?? null) : null,
    leftPreviousAt: own.direction === 'inbound' ? leftPreviousOf(document, places) : null,
    eta: arrival,
    etd: departure,
    arrivedAt,
  }
  if (document.kind === 'status_report' || !namesShip || filing.historical) {
    const around = arrivedAt ?? arrival ?? departure
    const precision = around === null ? 'filing' : 'named'
    const call = await findCall({
      voyage,
      imo: means.imo,
      port: own.port,
      around: around ?? filing.filedAt,
      precision,
    })
    if (call && told.leftPreviousAt !== null && !filing.historical)
      await bringCallUpToDate(call.id, { ...told, previousPort: null, eta: null, etd: null, arrivedAt: null })
    return call?.id ?? null
  }
  const { callId } = await recordCall(told)
  return callId
}

const instant = (time: LocalTime | null): Instant | null =>
  time === null ? null : toInstant(time, tenancy.current().administration.timezone)
