import { DAY, type Instant } from '#core/kernel/instant'
import { MAX_LEAD, MONTH, planCalls } from './calls.js'
import type { Filing, PlannedCall } from './filing.js'
import { guatemalaFilings } from './guatemala.js'
import { guatemalaFilename, writeGuatemala } from './guatemala_writer.js'
import { jamaicaFilings } from './jamaica.js'
import { degroupageReference, isDegroupage, writeDegroupage } from './jamaica_degroupage.js'
import { flightReference, isFlight, writeFlight } from './jamaica_flight.js'
import { jamaicaFilename, writeJamaica } from './jamaica_writer.js'
import { Numbering } from './numbering.js'
import { STORIES } from './stories/stories.js'
import type { DemoAdministration, TrafficMessage, TrafficPlan, TrafficRequest } from './traffic.js'

/**
 * The demo traffic of one administration. Same request, same bytes; another `now` moves
 * times only. Memory holds the filings of one week of ships, whatever the scale.
 */
export const planTraffic = (request: TrafficRequest): TrafficPlan => {
  const full: Required<TrafficRequest> = {
    consignments: 1500,
    historyMonths: 25,
    historyConsignmentsPerMonth: 200,
    ...request,
  }
  const calls = planCalls(full)
  return {
    *calls() {
      for (const call of calls) if (isInCallsFile(full, call)) yield call
    },
    *messages() {
      const numbering = new Numbering()
      for (const filing of inFilingOrder(full, calls, numbering))
        yield messageOf(full, filing, numbering.next(`interchange/${filing.filer.code}`))
    },
  }
}

/**
 * Guatemala's messages name neither ship nor arrival, so its file holds every call that somebody
 * filed for; Jamaica's is the port's schedule of these days. Ships that nobody filed for are in both.
 */
const isInCallsFile = ({ administration, now }: Required<TrafficRequest>, call: PlannedCall): boolean =>
  call.silent || (call.consignments > 0 && (administration === 'GT' || call.eta >= now - 3 * DAY))

/** Filings call by call, let go once no later call can file before them. */
function* inFilingOrder(
  request: Required<TrafficRequest>,
  calls: readonly PlannedCall[],
  numbering: Numbering
): Generator<Filing> {
  const { seed, now, administration } = request
  const filingsOf = administration === 'GT' ? guatemalaFilings : jamaicaFilings
  const context = { seed, now, administration, calls: calls.filter(({ silent }) => !silent), numbering }
  let waiting: Filing[] = STORIES.filter(({ administrations }) => administrations.includes(administration)).flatMap(
    (story) => [...story.filings(context)]
  )
  for (const call of calls) {
    const settled = waiting.filter(({ filedAt }) => filedAt < call.eta - MAX_LEAD)
    waiting = waiting.filter(({ filedAt }) => filedAt >= call.eta - MAX_LEAD)
    yield* settled.sort(byFilingTime)
    waiting.push(...filingsOf(seed, call, now, numbering))
  }
  yield* waiting.sort(byFilingTime)
}

const byFilingTime = (a: Filing, b: Filing): number => a.filedAt - b.filedAt

const messageOf = (request: Required<TrafficRequest>, filing: Filing, control: number): TrafficMessage => ({
  filedAt: filing.filedAt,
  historical: isHistorical(filing.filedAt, request.now),
  sender: filing.filer.code,
  ...writtenAs(request.administration, filing, control),
  story: filing.story,
  expect: {
    functionCode: filing.functionCode,
    documentReference: referenceOf(filing),
    consignments: filing.bills.length,
    equipment: new Set(filing.boxes.map(({ number }) => number)).size,
  },
})

const referenceOf = (filing: Filing): string => {
  if (isFlight(filing)) return flightReference(filing)
  return isDegroupage(filing) ? degroupageReference(filing) : filing.documentReference
}

const writtenAs = (
  administration: DemoAdministration,
  filing: Filing,
  control: number
): Pick<TrafficMessage, 'type' | 'filename' | 'bytes'> => {
  if (administration === 'GT')
    return { type: 'CUSCAR', filename: guatemalaFilename(filing, control), bytes: writeGuatemala(filing, control) }
  const filename = jamaicaFilename(filing, control)
  if (isFlight(filing))
    return { type: 'Awmds', filename: filename.replace(/\.edi$/, '.xml'), bytes: writeFlight(filing) }
  return isDegroupage(filing)
    ? { type: 'Awbolds', filename: filename.replace(/\.edi$/, '.xml'), bytes: writeDegroupage(filing) }
    : { type: 'CUSCAR', filename, bytes: writeJamaica(filing, control) }
}

const isHistorical = (filedAt: Instant, now: Instant): boolean => filedAt < now - MONTH
