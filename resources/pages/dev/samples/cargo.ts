import type { ConsignmentBrief, PartyView, PlaceStop } from '../../../props/cargo.js'
import type { FieldChange, WorkflowStep } from '../../consignments/show.props.js'
import type { AlertView } from '../../triage/index.props.js'
import { inHours } from './northern_celebration.js'

export const ROUTE: PlaceStop[] = [
  { role: 'receipt', name: 'Medellín', code: 'COMDE' },
  { role: 'loading', name: 'Cartagena', code: 'COCTG' },
  { role: 'transhipment', name: 'Puerto Cabello', code: 'VEPBL' },
  { role: 'discharge', name: 'Kingston', code: 'JMKIN' },
]

const party = (
  role: string,
  name: string | null,
  address: string | null,
  more: Partial<PartyView> = {}
): PartyView => ({
  role,
  name,
  address,
  country: null,
  identifiers: [],
  history: { consignments: 3, partners: 1 },
  match: null,
  restricted: false,
  ...more,
})

export const PARTIES: PartyView[] = [
  party('consignor', 'Cerámicas Alto Nare S.A.S.', null),
  party('consignee', 'Blue Mahoe Interiors Ltd', 'P.O. Box 318, Kingston 10'),
  party('notify', 'Blue Mahoe Interiors Ltd', 'P.O. Box 318, Kingston 10'),
]
export const PARTY_STATES: PartyView[] = [
  ...PARTIES.slice(0, 1),
  party('consignee', 'Velmaryn Yug Trading Hse LLC', 'Unit 6, 88 Sample Wharf Rd', {
    match: 'Companies, national',
    identifiers: [{ type: 'TRN', value: '001-442-918', valid: false }],
  }),
  party('notify', null, null, { history: null }),
  party('forwarder', 'مؤسسة النخيل الأزرق للتجارة', 'Zone 4\u202EGNOTSGNIK', { history: null }),
]

export const STEPS: WorkflowStep[] = [
  { name: 'filed', state: 'done', by: null, at: inHours(-28), revision: 2 },
  { name: 'assessed', state: 'done', by: null, at: inHours(-27.9), revision: null },
  { name: 'review', state: 'now', by: 'D. Campbell', at: inHours(-0.3), revision: null },
  { name: 'decision', state: 'next', by: null, at: null, revision: null },
  { name: 'outcome', state: 'next', by: null, at: null, revision: null },
]

export const CHANGES: FieldChange[] = [
  {
    path: 'items.0.grossWeightKg',
    label: 'common.gross_weight',
    kind: 'changed',
    before: '16420',
    after: '14880',
    unit: 'kg',
    decisive: true,
  },
  {
    path: 'equipment.0.seals',
    label: 'common.seals',
    kind: 'added',
    before: null,
    after: 'NR0088142',
    unit: null,
    decisive: true,
  },
  {
    path: 'parties.2.name',
    label: 'common.role_notify',
    kind: 'removed',
    before: 'Harbour Notify Ltd',
    after: null,
    unit: null,
    decisive: false,
  },
]

export const ALERT: AlertView = {
  id: 'alert-1',
  threat: 'NAR',
  because: 'threshold',
  state: 'open',
  step: null,
  version: 1,
  merged: 0,
  snoozed: null,
  raisedAt: inHours(-20),
  holder: null,
  dismissal: null,
}
export const HELD: AlertView = {
  ...ALERT,
  state: 'claimed',
  holder: { id: 'rs', name: 'R. Silvera', initials: 'RS', since: inHours(-0.1) },
}
export const DISMISSED: AlertView = {
  ...ALERT,
  state: 'dismissed',
  dismissal: { reason: 'known_trade', note: null, by: 'R. Silvera', at: inHours(-0.01), undoUntil: inHours(0.01) },
}
export const DISMISSAL_REASONS = [
  'known_trade',
  'explained_by_documents',
  'inspected_clean',
  'data_error',
  'different_entity',
  'other',
].map((code) => ({ code, title: { key: `triage.reason_${code}` }, needsNote: code === 'other' }))

const brief = (
  id: string,
  goods: string | null,
  band: ConsignmentBrief['summary']['band'],
  score: number | null,
  upTo: number | null,
  reasons: string[],
  type = '45R1',
  count = 1
): ConsignmentBrief => ({
  id,
  reference: `NRCL CTG ${id}`,
  goods,
  equipment: [{ count, type }],
  packages: 18,
  grossWeightKg: 14880,
  consignor: 'Cerámicas Alto Nare S.A.S.',
  consignee: 'Blue Mahoe Interiors Ltd',
  nature: 'import',
  summary: { band, score, upTo },
  reasons: reasons.map((text) => ({ key: 'dev.text', params: { text } })),
  moreReasons: band === 'high' ? 3 : 0,
})
export const BRIEFS: ConsignmentBrief[] = [
  brief('4471 0926', 'Ceramic floor tiles', 'high', 163, 225, ['Source country twice', 'weak port', 'cover load']),
  brief(
    '4471 0931',
    'Banana purée in drums',
    'high',
    118,
    140,
    ['Cover load', 'first-time consignee', 'late filing'],
    '45R1',
    2
  ),
  brief('4471 1102', 'Timber, sawn', 'medium', 92, 137, ['Cover load', 'source country', 'rare route'], '45G1', 3),
  brief('4471 1218', 'Parts, 41 packages', 'unknown', 38, 126, ['House bills missing'], '42G1'),
  brief('4471 1340', 'Paper tissue', 'low', 12, null, ['Round weights']),
  brief('4471 1500', null, 'not_assessed', null, null, []),
  brief('4471 1501', 'Tyres, new', 'stale', 57, 59, ['High-duty neighbour']),
]
