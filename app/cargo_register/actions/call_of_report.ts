import type { CargoReport } from '#core/cargo/cargo_report'
import type { Instant, LocalTime } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { tenancy } from '#platform/tenancy/tenant_context'
import { portOfReport } from '../port_of_report.js'
import { callTold } from '../call_told.js'
import { findCall } from '../queries/find_call.js'
import { recordCall } from './record_call.js'
import type { FilingOfReport } from './register_cargo_report.js'

/**
 * The call a report is about: its own where it names a ship or an arrival, else the one that voyage
 * and port name. `null` while nothing names one: "arrival unknown" until the call is told of.
 */
export async function callOfReport(report: CargoReport, filing: FilingOfReport): Promise<string | null> {
  const { means, voyage, loading, eta, etd } = report.conveyance
  const port = portOfReport(report)
  const namesShip = means.name !== null || means.imo !== null || eta !== null
  if (!port || !namesShip || (voyage === null && means.imo === null)) return callByName(report, port, filing)
  const { callId } = await recordCall({
    ...callTold(report.conveyance, filing),
    port,
    previousPort: loading?.code ?? null,
    eta: local(eta),
    etd: local(etd),
    arrivedAt: null,
  })
  return callId
}

async function callByName(report: CargoReport, port: string | null, filing: FilingOfReport): Promise<string | null> {
  const { voyage, means, eta } = report.conveyance
  const around = local(eta)
  const call = await findCall({
    voyage,
    imo: means.imo,
    port,
    around: around ?? filing.filedAt,
    precision: around === null ? 'filing' : 'named',
  })
  return call?.id ?? null
}

/** Times without an offset are local to the administration. */
const local = (time: LocalTime | null): Instant | null =>
  time === null ? null : toInstant(time, tenancy.current().administration.timezone)
