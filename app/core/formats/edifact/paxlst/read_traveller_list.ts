import type { TravellerKind, TravellerList } from '../../../cargo/traveller_list.js'
import { compareCount, controlTotal } from '../documents/count.js'
import { finishHead } from '../documents/finish_head.js'
import { newHead, readHeadSegment, type HeadDraft } from '../documents/head.js'
import { flagUnknownTag, tagsOf } from '../documents/known_tags.js'
import type { Filed } from '../parts/filed.js'
import type { MessageSource } from '../parts/message_source.js'
import { SegmentReading } from '../parts/segment_reading.js'
import { transportAt } from '../parts/transport.js'
import type { TravellerDraft } from './draft.js'
import { finishTraveller, KIND_BY_QUALIFIER } from './finish_traveller.js'
import { newTraveller, readTravellerSegment } from './segments.js'

/** Tags of PAXLST, D.02B to D.16A. */
const TAGS = tagsOf('RFF DTM NAD CTA COM TDT LOC ATT MEA GEI FTX EMP NAT DOC CPI QTY GID CNT AUT ICD HAN SEL')

/** UN 1001. */
const KIND_OF_LIST: Readonly<Record<string, TravellerKind>> = { 745: 'passenger', 250: 'crew' }

/** Last departure and first arrival: the leg that crosses the border. */
const CROSSING: ReadonlySet<string> = new Set(['125', '87'])

interface Drafts {
  readonly head: HeadDraft
  readonly travellers: readonly TravellerDraft[]
  readonly declared: Filed<number> | null
}

const readSegments = (reading: SegmentReading): Drafts => {
  const { cursor } = reading
  const head = newHead(true)
  const travellers: TravellerDraft[] = []
  let declared: Filed<number> | null = null
  let leg: HeadDraft['transport'] = null
  for (let at = 0; at < cursor.count; at++) {
    cursor.load(at)
    const { tag } = cursor
    const person = travellers.at(-1)
    if (tag === 'NAD' && cursor.code(1) in KIND_BY_QUALIFIER) travellers.push(newTraveller(reading))
    else if (tag === 'CNT') declared ??= controlTotal(reading, ['41', '42'])
    else if (person) {
      if (!readTravellerSegment(reading, person)) flagUnknownTag(reading, TAGS)
    } else {
      if (tag === 'TDT') leg = transportAt(cursor)
      if (!readHeadSegment(reading, head)) flagUnknownTag(reading, TAGS)
      if (tag === 'LOC' && leg && CROSSING.has(cursor.code(1))) head.transport = leg
    }
  }
  return { head, travellers, declared }
}

/** Reads a list of passengers or crew. What it holds is personal, and none of it is put into Problems. */
export const readTravellerList = (source: MessageSource): TravellerList => {
  const reading = new SegmentReading(source)
  const { head, travellers, declared } = readSegments(reading)
  compareCount(reading, declared, travellers.length, 'travellers')
  const finished = finishHead(reading, source, head)
  const sentAt = source.interchange?.preparedAt ?? finished.preparedAt
  return {
    kind: 'traveller_list',
    personal: true,
    ...finished,
    of: KIND_OF_LIST[head.documentCode] ?? null,
    travellers: travellers.map((draft, at) => finishTraveller(reading, draft, at, sentAt)),
    declaredTravellers: declared?.value ?? null,
  }
}
