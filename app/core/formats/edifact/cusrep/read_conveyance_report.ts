import type { ConveyanceReport } from '../../../cargo/conveyance_report.js'
import { equipmentNumber } from '../parts/equipment_values.js'
import type { Filed } from '../parts/filed.js'
import type { MessageSource } from '../parts/message_source.js'
import { Citations } from '../parts/citations.js'
import { SegmentReading } from '../parts/segment_reading.js'
import { finishHead } from '../documents/finish_head.js'
import { newHead, readHeadSegment, type HeadDraft } from '../documents/head.js'
import { flagUnknownTag, tagsOf } from '../documents/known_tags.js'

/** Tags of CUSREP, D.95B to D.16A. */
const TAGS = tagsOf(
  'DTM QTY POC FTX MEA GIS GEI RFF LOC DOC TAX MOA FII NAD CTA COM TDT TPL STS EQD EQN AUT CNT SEL TSR ATT'
)

/** UN 6063. */
const [PASSENGERS, CREW] = ['114', '115']

/** UN 1001. */
const EVENTS: Readonly<Record<string, NonNullable<ConveyanceReport['event']>>> = {
  96: 'arrival',
  98: 'arrival',
  185: 'arrival',
  524: 'arrival',
  907: 'arrival',
  933: 'arrival',
  124: 'departure',
  186: 'departure',
  525: 'departure',
  833: 'departure',
}

interface Gathered {
  readonly head: HeadDraft
  readonly persons: Map<string, Filed<number>>
  readonly equipment: Filed[]
}

const readSegments = (reading: SegmentReading): Gathered => {
  const { cursor } = reading
  const gathered: Gathered = { head: newHead(), persons: new Map(), equipment: [] }
  for (let at = 0; at < cursor.count; at++) {
    cursor.load(at)
    const number = cursor.tag === 'EQD' ? equipmentNumber(cursor.text(2)) : ''
    if (number !== '') gathered.equipment.push({ value: number, at: cursor.cite(2, 1) })
    else if (cursor.tag === 'QTY') readPersons(reading, gathered.persons)
    else if (!readHeadSegment(reading, gathered.head)) flagUnknownTag(reading, TAGS)
  }
  return gathered
}

const readPersons = (reading: SegmentReading, persons: Map<string, Filed<number>>): void => {
  const { cursor } = reading
  const value = reading.number(1, 2)
  if (value !== null) persons.set(cursor.code(1, 1), { value, at: cursor.cite(1, 2) })
}

/** Arrival or departure, by the code of the document, else by its name. */
const eventOf = ({ documentCode, documentName }: HeadDraft): ConveyanceReport['event'] => {
  if (documentName.startsWith('DEPART')) return 'departure'
  if (documentName.startsWith('ARRIV')) return 'arrival'
  return EVENTS[documentCode] ?? null
}

/** Reads the report of an arrival or departure that a conveyance makes to Customs. */
export const readConveyanceReport = (source: MessageSource): ConveyanceReport => {
  const reading = new SegmentReading(source)
  const { head, persons, equipment } = readSegments(reading)
  const finished = finishHead(reading, source, head)
  const cited = new Citations(reading.places)
  equipment.forEach(({ at }, index) => cited.cite(`equipmentNumbers.${index}`, at))
  return {
    kind: 'conveyance_report',
    ...finished,
    event: eventOf(head),
    documentName: head.documentName || null,
    persons: {
      crew: cited.take('persons.crew', persons.get(CREW)),
      passengers: cited.take('persons.passengers', persons.get(PASSENGERS)),
    },
    equipmentNumbers: equipment.map(({ value }) => value),
    references: [...head.references].map(([qualifier, filed], at) => ({
      qualifier,
      value: cited.take(`references.${at}`, filed) ?? '',
    })),
    provenance: { ...finished.provenance, ...cited.all() },
  }
}
