import type { CallAsFiled, DocumentHead } from '../../../cargo/reported_document.js'
import type { ConveyanceAsFiled } from '../../../cargo/cargo_report.js'
import { TEST_ELEMENT } from '../envelope.js'
import type { Filed } from '../parts/filed.js'
import { firstDate } from '../parts/dates.js'
import { FUNCTION_BY_CODE } from '../parts/functions.js'
import type { MessageSource } from '../parts/message_source.js'
import { resolvePlace } from '../parts/place.js'
import { Citations } from '../parts/citations.js'
import type { SegmentReading } from '../parts/segment_reading.js'
import { finishCarriage } from '../parts/transport.js'
import type { CallDraft, HeadDraft } from './head.js'

const TIMES = {
  eta: ['132', '232'],
  etd: ['133', '189'],
  ata: ['178'],
  atd: ['136', '186'],
} as const

/** A call with its times, cited under `path`. */
export const finishCall = (
  reading: SegmentReading,
  { qualifier, place, dates }: CallDraft,
  path: string,
  cited: Citations
): CallAsFiled => {
  cited.cite(`${path}.place`, place.at)
  const time = (field: keyof typeof TIMES): string | null =>
    cited.take(`${path}.${field}`, firstDate(dates, TIMES[field]))
  return {
    qualifier,
    place: resolvePlace(reading, place),
    eta: time('eta'),
    etd: time('etd'),
    ata: time('ata'),
    atd: time('atd'),
  }
}

/** Qualifiers of the call itself: load or departure, discharge or arrival. A next port is neither. */
const LOADING = ['9', '5', '125']
const DISCHARGE = ['11', '12', '60', '87']

const conveyanceOf = (
  reading: SegmentReading,
  head: HeadDraft,
  calls: readonly CallAsFiled[],
  cited: Citations
): ConveyanceAsFiled => {
  const { transport, dates, references } = head
  const voyage = transport?.voyage ?? references.get('VON') ?? null
  const one = (qualifiers: readonly string[]): number =>
    calls.findIndex(
      ({ qualifier }) => qualifier === qualifiers.find((wanted) => calls.some((c) => c.qualifier === wanted))
    )
  const [from, to] = [one(LOADING), one(DISCHARGE)]
  const copy = <T>(path: string, of: string, value: T | null | undefined): T | null => {
    const at = cited.at(of)
    if (value === null || value === undefined || at === null) return null
    cited.cite(path, at)
    return value
  }
  return {
    ...finishCarriage(reading, transport, cited),
    voyage: cited.take('conveyance.voyage', voyage && { value: voyage.value.toUpperCase(), at: voyage.at }),
    carrier: {
      code: cited.take('conveyance.carrier.code', transport?.carrier),
      name: cited.take('conveyance.carrier.name', transport?.carrierName),
    },
    loading: copy('conveyance.loading', `calls.${from}.place`, calls[from]?.place),
    discharge: copy('conveyance.discharge', `calls.${to}.place`, calls[to]?.place),
    eta:
      copy('conveyance.eta', `calls.${to}.eta`, calls[to]?.eta) ??
      cited.take('conveyance.eta', firstDate(dates, TIMES.eta)),
    etd:
      copy('conveyance.etd', `calls.${from}.etd`, calls[from]?.etd) ??
      cited.take('conveyance.etd', firstDate(dates, TIMES.etd)),
    atd:
      copy('conveyance.atd', `calls.${from}.atd`, calls[from]?.atd) ??
      cited.take('conveyance.atd', firstDate(dates, TIMES.atd)),
  }
}

const functionOf = (reading: SegmentReading, code: Filed | null, test: boolean): DocumentHead['function'] => {
  if (test) return 'test'
  if (!code) return 'original'
  const known = FUNCTION_BY_CODE[code.value]
  if (!known) reading.problems.add('SEM-FUNCTION', { at: code.at, params: { value: code.value } })
  return known ?? 'status_only'
}

const DEPARTURES = ['133', '189', '136', '186']
const ARRIVALS = ['132', '232', '178']

/** Times filed before any place are of the departure and of the arrival that the places name. */
const settleDates = ({ calls, dates }: HeadDraft): void => {
  const settle = (among: readonly string[], qualifiers: readonly string[]): void => {
    const call = calls.find(({ qualifier }) => among.includes(qualifier))
    for (const qualifier of qualifiers) {
      const filed = dates.get(qualifier)
      if (call && filed && !call.dates.has(qualifier)) call.dates.set(qualifier, filed)
    }
  }
  settle(LOADING, DEPARTURES)
  settle(DISCHARGE, ARRIVALS)
}

/** The head in canonical terms with the places of its values. */
export const finishHead = (reading: SegmentReading, source: MessageSource, head: HeadDraft): DocumentHead => {
  const cited = new Citations(reading.places)
  const { interchange, type } = source
  settleDates(head)
  const calls = head.calls.map((call, at) => finishCall(reading, call, `calls.${at}`, cited))
  const sent = interchange?.preparedAt
    ? { value: interchange.preparedAt, at: reading.places.outside(interchange.preparedRef) }
    : null
  const test = interchange?.elements[TEST_ELEMENT - 1] === '1' || head.functionCode?.value === '53'
  return {
    message: source.message,
    type: type.type ?? '',
    version: type.version ?? '',
    controlReference: type.controlReference,
    function: functionOf(reading, head.functionCode, test),
    functionCode: cited.take('function', head.functionCode),
    test,
    sender: interchange?.sender ?? null,
    recipient: interchange?.recipient ?? null,
    documentCode: head.documentCode || null,
    documentReference: cited.take('documentReference', head.document),
    preparedAt: cited.take('preparedAt', firstDate(head.dates, ['137']) ?? sent),
    conveyance: conveyanceOf(reading, head, calls, cited),
    calls,
    provenance: cited.all(),
  }
}
