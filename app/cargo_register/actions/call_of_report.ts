import type { Instant, LocalTime } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { tenancy } from '#platform/tenancy/tenant_context'
import { callTold } from '../call_told.js'
import { abroad } from '../left_previous.js'
import { findCall } from '../queries/find_call.js'
import type { PlacedReport } from './keep_manifest.js'
import { recordCall } from './record_call.js'
import type { FilingOfReport } from './register_cargo_report.js'

/**
 * The call a report is about: its own where it names a ship or a time here, else the one that voyage
 * and port name. `null` while nothing names one: "arrival unknown" until the call is told of. Of
 * cargo that comes in, the arrival is ours and the departure another port's; of cargo that leaves,
 * the other way round.
 */
export async function callOfReport(placed: PlacedReport, filing: FilingOfReport): Promise<string | null> {
  const { conveyance } = placed.report
  const { means, voyage, loading } = conveyance
  if (!placed.port) return null
  const { port, direction } = placed.port
  const inbound = direction === 'inbound'
  const eta = inbound ? local(conveyance.eta) : null
  const etd = inbound ? null : local(conveyance.atd ?? conveyance.etd)
  const around = eta ?? etd
  const namesShip = means.name !== null || means.imo !== null || around !== null
  if (!namesShip || (voyage === null && means.imo === null)) {
    const precision = around === null ? 'filing' : 'named'
    const call = await findCall({ voyage, imo: means.imo, port, around: around ?? filing.filedAt, precision })
    return call?.id ?? null
  }
  const { callId } = await recordCall({
    ...callTold(conveyance, filing),
    port,
    previousPort: inbound && loading?.code !== port ? (loading?.code ?? null) : null,
    leftPreviousAt: inbound ? abroad(conveyance.atd) : null,
    eta,
    etd,
    arrivedAt: null,
  })
  return callId
}

/** Times without an offset are local to the administration. */
const local = (time: LocalTime | null): Instant | null =>
  time === null ? null : toInstant(time, tenancy.current().administration.timezone)
