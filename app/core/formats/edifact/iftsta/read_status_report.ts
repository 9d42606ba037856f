import type { StatusEvent, StatusReport, TransportLeg } from '../../../cargo/status_report.js'
import { finishCall, finishHead } from '../documents/finish_head.js'
import { newHead, readHeadSegment, type HeadDraft } from '../documents/head.js'
import { flagUnknownTag, tagsOf } from '../documents/known_tags.js'
import { firstDate } from '../parts/dates.js'
import type { Filed } from '../parts/filed.js'
import { filedNumber } from '../parts/filed.js'
import type { MessageSource } from '../parts/message_source.js'
import { resolvePlace } from '../parts/place.js'
import { Citations } from '../parts/citations.js'
import { SegmentReading } from '../parts/segment_reading.js'
import { finishCarriage } from '../parts/transport.js'
import { finishRecord } from '../records/finish.js'
import { newEvent, type EventDraft, type LegDraft } from './draft.js'
import { readEventSegment } from './segments.js'

/** Tags of IFTSTA, D.95B to D.16A. */
const TAGS = tagsOf(
  'DTM TSR NAD CTA COM RFF LOC FTX CNT CNI STS DOC PCI TDT EQD MEA DIM SEL TPL TMD EQA GID HAN SGP DGS EQN GIN PIA QTY'
)

/** When it became so: status change (334), else actual departure or arrival. */
const OCCURRED = ['334', '7', '186', '136', '178', '180']

interface Drafts {
  readonly head: HeadDraft
  readonly events: readonly EventDraft[]
}

const readSegments = (reading: SegmentReading): Drafts => {
  const { cursor } = reading
  const head = newHead()
  const events: EventDraft[] = []
  for (let at = 0; at < cursor.count; at++) {
    cursor.load(at)
    const open = events.at(-1)
    // Several statuses may stand under one CNI, and a CNI may have none.
    if (cursor.tag === 'CNI') events.push(newEvent(filedNumber(cursor, 2, 1)))
    else if (cursor.tag === 'STS' && (!open || open.declared)) {
      const event = newEvent(open?.document ?? null)
      events.push(event)
      readEventSegment(reading, event)
    } else if (open ? !readEventSegment(reading, open) : !readHeadSegment(reading, head)) flagUnknownTag(reading, TAGS)
  }
  return { head, events }
}

const finishLeg = (reading: SegmentReading, leg: LegDraft, path: string, cited: Citations): TransportLeg => {
  const { transport } = leg
  const voyage = transport.voyage
  return {
    ...finishCarriage(reading, transport, cited, path),
    voyage: cited.take(`${path}.voyage`, voyage && { value: voyage.value.toUpperCase(), at: voyage.at }),
    carrier: cited.take(`${path}.carrier`, transport.carrier),
    calls: leg.calls.map((call, at) => finishCall(reading, call, `${path}.calls.${at}`, cited)),
  }
}

/** Equipment by number, each once; the head's where the status names none. */
const numbersOf = (event: EventDraft, head: HeadDraft): readonly Filed[] => {
  const inHead = head.references.get('EQ')
  const own = event.equipmentNumbers.length > 0 || !inHead ? event.equipmentNumbers : [inHead]
  return [...new Map(own.toReversed().map((filed) => [filed.value, filed])).values()].toReversed()
}

const finishEvent = (reading: SegmentReading, draft: EventDraft, head: HeadDraft, sequence: number): StatusEvent => {
  const cited = new Citations(reading.places)
  const reference = (qualifier: string): Filed | undefined =>
    draft.references.get(qualifier) ?? head.references.get(qualifier)
  if (draft.place) cited.cite('place', draft.place.at)
  return {
    sequence,
    bill: cited.take('bill', draft.references.get('BM') ?? draft.document ?? head.references.get('BM')),
    booking: cited.take('booking', reference('BN')),
    code: cited.take('code', draft.code),
    text: cited.take('text', draft.text),
    occurredAt: cited.take('occurredAt', firstDate(draft.dates, OCCURRED)),
    place: draft.place && resolvePlace(reading, draft.place),
    equipmentNumbers: numbersOf(draft, head).map(
      (filed, at) => cited.take(`equipmentNumbers.${at}`, filed) ?? filed.value
    ),
    equipment: draft.records.map((record, at) => finishRecord(reading, record, at)),
    legs: draft.legs.map((leg, at) => finishLeg(reading, leg, `legs.${at}`, cited)),
    provenance: cited.all(),
  }
}

/** Reads where consignments or equipment are, one status after the other. */
export const readStatusReport = (source: MessageSource): StatusReport => {
  const reading = new SegmentReading(source)
  const { head, events } = readSegments(reading)
  return {
    kind: 'status_report',
    ...finishHead(reading, source, head),
    events: events.map((event, at) => finishEvent(reading, event, head, at)),
  }
}
