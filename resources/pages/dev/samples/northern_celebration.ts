import type { AssessmentView, EvidenceView, Quote, ReasonView } from '../../../props/assessment.js'
import type { Sentence } from '../../../props/shared.js'

/** Invented data for the component page: the reference case as the desk would receive it. */
const HOUR = 3_600_000
export const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params })

const LINES = [
  { number: 56, text: "GID+1+620:PK'" },
  { number: 57, text: "LOC+88+COMDE:139:6'" },
  { number: 58, text: "FTX+AAA+++CERAMIC FLOOR TILES 60X60'" },
  { number: 60, text: "MEA+AAE+G+KGM:14880'" },
  { number: 63, text: "EQD+CN+NRCU4832072+45R1:102:5++3+5'" },
  { number: 64, text: "SEL+NR0088142+CA'" },
]
const quote = (number: number, value: string, path: string): Quote => {
  const at = LINES.findIndex((line) => line.number === number)
  return {
    messageId: '019ab000-0000-7000-8000-000000000001',
    format: 'CUSCAR D.95B',
    reference: '7741',
    receivedAt: inHours(-28),
    path,
    readAs: null,
    kept: true,
    lines: LINES.slice(Math.max(0, at - 1), at + 2).map((line) => {
      const from = line.number === number ? line.text.indexOf(value) : -1
      return { ...line, marks: from < 0 ? [] : [{ from, to: from + value.length }] }
    }),
  }
}
const evidence = (text: string, quotes: Quote[] = []): EvidenceView => ({
  because: say('dev.text', { text }),
  list: null,
  quotes,
})

const reason = (
  code: string,
  title: string,
  layer: ReasonView['layer'],
  group: string,
  points: number,
  [groupUsed, groupCap]: [number, number],
  source: string | null,
  because: EvidenceView
): ReasonView => ({
  code,
  version: 1,
  title: say('dev.text', { text: title }),
  layer,
  group,
  threats: ['NAR'],
  points,
  counted: points,
  groupUsed,
  groupCap,
  hard: false,
  source,
  evidence: [because],
  profiles: [{ id: 'narcotics', name: 'Narcotics, sea', revision: 3 }],
})

export const REASONS: ReasonView[] = [
  reason(
    'R01',
    'Place of receipt is a narcotics source country',
    'deductive',
    'geography',
    25,
    [25, 45],
    'LOC+88',
    evidence('Medellín: threat table, edition 14', [quote(57, 'COMDE', 'places.receipt')])
  ),
  reason(
    'R02',
    'Port of loading is a narcotics source country',
    'deductive',
    'geography',
    20,
    [45, 45],
    'LOC+9',
    evidence('Cartagena: threat table, edition 14')
  ),
  reason(
    'R03',
    'Transhipped in a weakly secured port',
    'deductive',
    'routing',
    20,
    [20, 40],
    'LOC+13',
    evidence('Puerto Cabello: port table, edition 9, class C')
  ),
  reason(
    'C01',
    'Known cover load',
    'deductive',
    'commodity',
    25,
    [25, 60],
    'FTX+AAA',
    evidence('Tiles from this origin: cover-load table', [quote(58, 'CERAMIC FLOOR TILES', 'items.0.description')])
  ),
  reason(
    'C10',
    'Commodity inconsistent with container type',
    'inductive',
    'commodity',
    28,
    [53, 60],
    'EQD+CN',
    evidence('Tiles in a reefer, no temperature set', [quote(63, '45R1', 'equipment.0.sizeType')])
  ),
  reason(
    'E01',
    'Gross weight under 63 % of payload',
    'inductive',
    'equipment',
    15,
    [15, 50],
    'MEA+AAE',
    evidence('14,880 kg is 50 % of 29,520 kg', [quote(60, 'KGM:14880', 'items.0.grossWeightKg')])
  ),
  reason(
    'P08',
    'One-to-one consignor and consignee',
    'inductive',
    'party',
    15,
    [15, 60],
    null,
    evidence('3 consignments in 24 months, no other partner')
  ),
  reason(
    'P10',
    'Delivery address is a P.O. box',
    'inductive',
    'party',
    15,
    [30, 60],
    'NAD+CN',
    evidence('P.O. Box 318, Kingston 10')
  ),
]

export const ASSESSMENT: AssessmentView = {
  id: 'assessment-1',
  revision: 2,
  at: inHours(-27.9),
  summary: { band: 'high', score: 163, upTo: 225 },
  cuts: { medium: 50, high: 100 },
  reasons: REASONS,
  unknowns: [
    ['E10', 'Seal changed in transit', 30, 'equipment.seals', 'not_filed'],
    ['E12', 'Container stowed within reach', 12, 'conveyance.arrival', 'not_filed'],
    ['P18', 'Newly registered company', 15, 'consignee.key', 'not_understood'],
    ['R14', 'Long dwell at transhipment', 12, 'place.transhipment', 'not_filed'],
  ].map(([code, title, points, missing, why]) => ({
    code: String(code),
    title: say('dev.text', { text: String(title) }),
    layer: 'inductive' as const,
    group: 'equipment',
    points: Number(points),
    couldAdd: Number(points),
    missing: String(missing),
    why: String(why),
  })),
  furtherUnknowns: [],
  missesLeftOut: false,
  clears: [
    ['E02', 'Weight per package implausible', 'robust z 3.4, fires at 4.0', 0.15],
    ['P05', 'First-time consignee', 'last arrival 19 months ago, fires at 24', 0.2],
    ['D04', 'Late material amendment', '76 h before arrival, fires under 24', 0.4],
    ['P15', 'Shared contact cluster', '3 consignees on one phone, fires at 4', 0.25],
    ['R04', 'Rare route for the goods', '1.4 % of the lane, fires under 1 %', 0.4],
    ['C02', 'Vague description', '', null],
  ].map(([code, title, because, distance]) => ({
    code: String(code),
    title: say('dev.text', { text: String(title) }),
    layer: 'inductive' as const,
    group: 'party',
    points: 15,
    nearest:
      distance === null ? null : { because: say('dev.text', { text: String(because) }), distance: Number(distance) },
  })),
  threats: [{ threat: 'NAR', score: 163, hard: false }],
  weighed: 118,
}
