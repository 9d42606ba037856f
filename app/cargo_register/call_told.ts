import type { ConveyanceAsFiled } from '#core/cargo/cargo_report'
import type { FilingOfReport } from './actions/register_cargo_report.js'

/** What a message says of a call, but for port and times: those depend on whose port it is. */
export const callTold = ({ mode, means, voyage, carrier }: ConveyanceAsFiled, filing: FilingOfReport) => ({
  mode: mode ?? ('sea' as const),
  meansName: means.name,
  imo: means.imo,
  callSign: means.callSign,
  flag: means.flag,
  voyage,
  carrierCode: carrier.code,
  carrierName: carrier.name,
  berth: null,
  source: 'message' as const,
  toldAt: filing.filedAt,
  recordedBy: null,
  messageId: filing.messageId,
})
