import db from '@adonisjs/lucid/services/db'
import { newToken, parseToken, printToken } from '#platform/access/secret_token'
import { rows } from '#platform/tenancy/database'
import { PASSWORD } from '#tests/support/world'
import { PHOTOGRAPH } from '#tests/support/fixtures/photograph'
import type { Side } from '#tests/support/colliding_worlds'
import { IDENTITY_RECIPES, IDENTITY_UNAUDITED } from './identity_recipes.js'

/** How to make a valid request for a route, on either side. */
export interface Recipe {
  /** A role that may; routes of anybody, operators and machines need none. */
  as?: string
  /** Path parameters that name something of the side. */
  params?: (side: Side) => Record<string, string> | Promise<Record<string, string>>
  query?: (side: Side) => string
  body?: (side: Side) => unknown
  send?: 'page' | 'json' | 'upload' | 'bytes' | 'stream'
  /** Status for who may. */
  rightful: number
  /** Status when it names what belongs to a neighbour; 404 unless said, and the same as for what nobody has. */
  foreign?: number
  /** The same, where the answer depends on which of two ids is foreign. */
  notThere?: readonly number[]
  /** What the audit holds afterwards, exactly; a route with effects and without it stands in `UNAUDITED`. */
  audits?: readonly string[]
  /** What somebody sends who was not told the secret that opens the route; for routes of who holds a link. */
  guessed?: (side: Side) => Record<string, string>
  /** Ends its own session, so it needs one of its own. */
  fresh?: boolean
}

const page = (as: string, more: Partial<Recipe> = {}): Recipe => ({ as, send: 'page', rightful: 200, ...more })
const act = (as: string, more: Partial<Recipe> = {}): Recipe => ({ as, send: 'json', rightful: 303, ...more })
const id = (name: keyof Side['ids']) => (side: Side) => ({ id: side.ids[name] })

const token = (side: Side) => ({ token: side.invitation })
/** The right number of an invitation with a secret of somebody else's making. */
const guessedToken = (side: Side) => {
  const { kid } = parseToken('inv', side.invitation)!
  return { token: printToken('inv', { kid, secret: newToken().secret }) }
}
/** In the build for everybody; enabled on both sides. */
const guatemala = () => ({ plugin: 'guatemala' })
const officer = (side: Side) => ({ officer: side.ids.colleague })

/** A queue the analyst of this side named. */
const viewOf = async (side: Side) => {
  const found = await side.place.run(() =>
    rows<{ id: string }>(`select id from tenant.desk_views order by created_at limit 1`)
  )
  return { id: found[0]!.id }
}

/** The first sheet the analyst of this side signed, and the first time they are away. */
const sheetOf = async (side: Side) => {
  const found = await side.place.run(() =>
    rows<{ id: string }>(`select id from tenant.handovers order by written_at limit 1`)
  )
  return { id: found[0]!.id }
}
const absenceOf = async (side: Side) => {
  const found = await side.place.run(() =>
    rows<{ id: string }>(`select id from tenant.officer_absences order by created_at limit 1`)
  )
  return { id: found[0]!.id }
}

/** The session of this side's auditor: the id that the session list shows. */
const sessionOf = async (side: Side) => {
  await side.place.as('auditor')
  const row = await db
    .connection('auth')
    .from('control.sessions')
    .where('person_id', side.place.officers.auditor!.id)
    .orderBy('created_at', 'desc')
    .first()
  return { id: row.id as string }
}

/** A day on which both sides drew. */
const day = (side: Side) => ({ day: side.ids.drawnOn })

const CALL = {
  mode: 'sea',
  means: 'NORTHERN EXAMPLE',
  imo: '',
  voyage: '115N',
  port: 'JMKIN',
  berth: '',
  lastPort: '',
  eta: '2030-11-25T10:00',
}

const SYSTEM = {
  name: 'Same terminal',
  kind: 'terminal',
  url: 'https://terminal.invalid/landfall',
  hears: ['hold', 'release'],
  ports: [],
  answerMinutes: 30,
}

const REFERRING = {
  mode: 'ask',
  purpose: 'investigation',
  basis: 'customs_law',
  basisReference: 'Section 12',
  message: 'Known?',
  until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
}

const EARLIER = new Date(Date.now() - 3_600_000).toISOString()
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

/** One recipe a route, by the route's name. A route without one fails the suite. In the order in which the rightful actors go. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  start: { send: 'page', rightful: 302 },
  health: { send: 'json', rightful: 200 },
  'dev.components': { send: 'page', rightful: 200 },
  missing: { send: 'page', rightful: 404 },
  'missing.administration': { send: 'page', rightful: 404 },
  'preferences.locale': { send: 'json', body: () => ({ locale: 'en' }), rightful: 303 },
  'platform.locale': { send: 'json', body: () => ({ locale: 'en' }), rightful: 303 },
  'session.create': { send: 'page', rightful: 200 },
  'session.store': {
    send: 'json',
    body: () => ({ email: 'auditor@example.test', password: PASSWORD }),
    rightful: 303,
    audits: ['session.started'],
  },
  'platform.session.create': { send: 'page', rightful: 200 },
  'platform.session.store': {
    send: 'json',
    body: () => ({ email: 'nobody@example.test', password: PASSWORD }),
    rightful: 303,
    audits: ['operator.session_refused'],
  },

  'platform.home': { send: 'page', rightful: 302 },
  'platform.administrations.index': { send: 'page', rightful: 200 },
  'platform.mail.index': { send: 'page', rightful: 200 },
  'platform.mail.show': { send: 'page', params: () => ({ id: '2026-01-01T00-00-00-000Z-00000000' }), rightful: 200 },
  'platform.session.destroy': { send: 'json', rightful: 303, fresh: true, audits: ['operator.session_ended'] },

  home: page('analyst', { rightful: 302 }),
  live: { as: 'analyst', send: 'stream', rightful: 200 },
  'sessions.index': page('auditor'),
  'users.index': page('administrator'),
  'users.show': page('administrator', { params: id('colleague') }),
  'roles.index': page('administrator'),
  'roles.show': page('administrator', { params: id('spareRole') }),
  'who.show': page('administrator', { query: () => '?permission=alerts.triage' }),
  'plugins.index': page('administrator'),
  'plugins.show': page('administrator', { params: guatemala }),
  'plugin_pages.show': page('data_steward', { params: () => ({ ...guatemala(), page: 'reading' }) }),
  'workflows.show': page('administrator', { params: () => ({ subject: 'alert' }) }),
  'units.index': page('administrator'),
  'units.show': page('administrator', { params: id('unit') }),
  'sites.show': page('administrator', { params: id('site') }),
  'systems.index': page('administrator'),
  'systems.show': page('administrator', { params: id('system') }),
  'senders.index': page('data_steward'),
  'senders.show': page('data_steward', { params: id('sender') }),
  'invitations.show': { send: 'page', params: token, guessed: guessedToken, rightful: 200 },
  'arrivals.index': page('analyst', { query: (side) => `?call=${side.ids.call}`, foreign: 200 }),
  'conveyances.show': page('analyst', { params: id('call') }),
  'consignments.show': page('analyst', { params: id('consignment'), audits: ['consignment.opened'] }),
  'parties.index': page('analyst', { query: () => '?q=same' }),
  'parties.show': page('analyst', { params: id('party'), audits: ['party.opened'] }),
  'triage.index': page('analyst', { query: (side) => `?call=${side.ids.call}`, foreign: 200 }),
  'triage.show': page('analyst', { params: (side) => ({ alert: side.ids.alert }) }),
  find: page('analyst', { send: 'json', query: () => '?q=XCARBOG00071' }),
  'calls.create': page('data_steward'),
  'uploads.create': page('data_steward'),
  'uploads.show': page('data_steward', { send: 'json', params: id('message') }),
  'declarations.index': page('analyst'),
  'permits.index': page('analyst', { query: () => '?search=PQ' }),
  'examinations.index': page('analyst', { query: () => '?search=JMKCT' }),
  'messages.index': page('analyst', { query: () => '?q=manifest' }),
  'messages.show': page('analyst', { params: id('message'), audits: ['message.raw_opened'] }),
  'messages.raw': page('analyst', { send: 'json', params: id('message'), audits: ['message.raw_opened'] }),
  'travellers.switch': page('privacy_officer'),
  'travellers.open': page('intelligence', {
    send: 'json',
    params: id('call'),
    query: () => '?purpose=cargo_risk&from=0',
    audits: ['travellers.opened'],
  }),
  'audit.index': page('auditor', {
    query: (side) => `?kind=consignment&subject=${side.ids.consignment}`,
    foreign: 200,
    audits: ['audit.opened'],
  }),
  'audit.proof': page('auditor', { send: 'json', audits: ['audit.exported'] }),
  'watch_lists.index': page('watch_list_manager'),
  'watch_lists.show': page('watch_list_manager', { params: id('watchList'), audits: ['watch_list.opened'] }),
  'notifications.index': page('analyst'),
  'notifications.recent': page('analyst', { send: 'json' }),
  'notification_rules.index': page('analyst'),
  'mail_state.index': page('administrator'),
  'profiles.index': page('profile_author'),
  'profiles.show': page('profile_author', { params: id('profile') }),
  'reference_lists.index': page('profile_author'),
  'reference_lists.show': page('profile_author', { params: () => ({ list: 'weak_ports' }) }),

  'events.index': page('data_steward'),
  'inspections.index': page('inspector', { query: () => '?view=all' }),
  'inspections.options': page('analyst', { send: 'json' }),
  'draws.index': page('auditor'),
  'draws.show': page('auditor', { params: day }),
  'draws.proof': page('auditor', { send: 'json', params: day, audits: ['draws.exported'] }),
  'integrity.index': page('auditor', { audits: ['integrity.opened'] }),
  'integrity.export': page('auditor', {
    send: 'json',
    query: () => '?table=assignments',
    audits: ['integrity.exported'],
  }),
  'inspections.attachment': page('inspector', {
    send: 'json',
    params: (side) => ({ id: side.ids.toRecord, attachment: side.ids.attachment }),
    audits: ['attachment.opened'],
  }),
  'inspections.show': page('inspector', { params: id('toAccept') }),
  'cases.index': page('analyst', { query: () => '?view=all' }),
  'cases.options': page('analyst', { send: 'json' }),
  'cases.show': page('analyst', { params: id('study') }),
  'cases.attachment': page('auditor', {
    send: 'json',
    params: (side) => ({ id: side.ids.study, attachment: side.ids.caseFile }),
    audits: ['attachment.opened'],
  }),
  'referrals.index': page('partner', { audits: ['referral.listed'] }),
  'referrals.show': page('partner', { params: id('referral'), audits: ['referral.opened'] }),
  'referrals.attachment': page('partner', {
    send: 'json',
    params: (side) => ({ id: side.ids.referral, attachment: side.ids.caseFile }),
    audits: ['attachment.opened'],
  }),
  'cases.referral_file': page('auditor', {
    send: 'json',
    params: (side) => ({ id: side.ids.study, referral: side.ids.referral, attachment: side.ids.referralFile }),
    audits: ['attachment.opened'],
  }),
  'agencies.show': page('administrator', { params: id('agency') }),
  'cases.court_file.show': page('supervisor', {
    send: 'json',
    params: (side) => ({ id: side.ids.study, file: side.ids.courtFile }),
    audits: ['court_file.opened'],
  }),
  'outcomes.index': page('manager'),
  'outcomes.export': page('manager', { send: 'json', audits: ['outcomes.exported'] }),
  'capacity.index': page('inspector'),

  'privacy.retention.index': page('privacy_officer'),
  'privacy.retention.preview': page('privacy_officer', {
    send: 'json',
    params: () => ({ class: 'raw_messages' }),
    query: () => '?maskAfterDays=100&deleteAfterDays=200',
  }),
  'privacy.holds.index': page('privacy_officer'),
  'privacy.requests.index': page('privacy_officer'),
  'privacy.requests.show': page('privacy_officer', {
    audits: ['subject_request.opened'],
    params: id('subjectRequest'),
  }),
  'privacy.requests.file': page('privacy_officer', {
    audits: ['subject_request.downloaded'],
    send: 'json',
    params: (side) => ({ id: side.ids.subjectRequest, file: side.ids.subjectFile }),
  }),
  'travellers.switch_off': act('privacy_officer', {
    body: () => ({ basis: 'the Act ended', seen: 1 }),
    audits: ['travellers.switched_off'],
  }),
  'travellers.switch_on': act('privacy_officer', {
    body: () => ({ basis: 'the Act was passed anew', confirmed: true, seen: 2 }),
    audits: ['travellers.switched_on'],
  }),
  'privacy.retention.dry_run': act('privacy_officer', { audits: ['retention.run'] }),
  'privacy.retention.update': act('privacy_officer', {
    audits: ['retention.policy_changed'],
    params: () => ({ class: 'party_keys' }),
    body: () => ({ deleteAfterDays: 700, reason: '', base: 0 }),
  }),
  'privacy.holds.store': act('privacy_officer', {
    audits: ['hold.set'],
    body: () => ({ scope: 'consignment', subject: 'XCARBOG00072', reason: 'a court asked', authority: 'Court' }),
  }),
  'privacy.holds.lift': act('privacy_officer', {
    audits: ['hold.lifted'],
    params: id('hold'),
    body: () => ({ reason: 'over and done' }),
  }),
  'privacy.requests.store': act('privacy_officer', {
    audits: ['subject_request.registered'],
    body: () => ({
      kind: 'access',
      reference: 'DSR-NEW',
      legalBasis: 'the Act',
      receivedOn: '2026-11-01',
      dueOn: '2026-12-01',
      names: 'Nobody Known Ltd',
    }),
  }),
  'privacy.requests.export': act('privacy_officer', {
    audits: ['subject_request.exported'],
    params: id('subjectRequest'),
  }),
  'privacy.requests.restrict': act('privacy_officer', {
    audits: ['subject_request.restricted'],
    params: id('subjectRequest'),
  }),
  'privacy.requests.note': act('privacy_officer', {
    audits: ['subject_request.noted'],
    params: id('subjectRequest'),
    body: () => ({ note: 'a note' }),
    notThere: [404, 409],
  }),
  'privacy.requests.erase': act('privacy_officer', {
    audits: ['subject_request.erased'],
    params: id('subjectRequest'),
  }),
  'privacy.requests.close': act('privacy_officer', {
    audits: ['subject_request.closed'],
    params: id('subjectRequest'),
    body: () => ({ refused: false, note: 'told' }),
    notThere: [404, 409],
  }),
  'officer.locale': act('analyst', { body: () => ({ locale: 'fr' }) }),
  'uploads.store': act('data_steward', { send: 'upload', rightful: 202, audits: ['message.received'] }),
  'answers.show': page('data_steward', {
    send: 'json',
    params: (side) => ({ id: side.ids.message, answer: side.ids.answer }),
    audits: ['message.answer_opened'],
  }),
  'messages.read_again': act('data_steward', { params: id('quarantined'), audits: ['message.read_again'] }),
  'calls.store': act('data_steward', { body: () => CALL, audits: ['call.recorded'] }),
  'call_events.store': act('data_steward', {
    params: (side) => ({ call: side.ids.call }),
    body: () => ({ kind: 'eta_change', at: '2030-11-26T10:00', note: '' }),
    audits: ['call_event.recorded'],
  }),
  'parties.split': act('supervisor', {
    params: id('paired'),
    body: (side) => ({ keys: [side.ids.pairedKey], reason: 'two people' }),
    notThere: [404, 409],
    audits: ['party.split'],
  }),
  'parties.undo': act('supervisor', {
    params: (side) => ({ decision: side.ids.partyDecision }),
    body: () => ({ reason: 'a mistake' }),
    audits: ['party.decision_undone'],
  }),
  'parties.merge': act('supervisor', {
    params: id('party'),
    body: (side) => ({ other: side.ids.paired, reason: 'the same people' }),
    audits: ['party.merged'],
  }),
  'workflows.publish': act('supervisor', {
    params: () => ({ subject: 'alert', revision: '1' }),
    body: () => ({ running: 'keep' }),
    audits: ['workflow.published'],
  }),
  'workflows.draft': act('administrator', {
    params: () => ({ subject: 'case' }),
    body: () => ({ tailoring: { required: ['ask'] }, template: null, note: null }),
    audits: ['workflow.drafted'],
  }),
  'desk_views.store': act('analyst', {
    body: () => ({ name: 'my ships', shareWith: null, view: 'mine' }),
    audits: ['desk_view.saved'],
  }),
  'handover.index': page('analyst'),
  'handover.show': page('analyst', { params: sheetOf }),
  'handover.sign': act('analyst', { body: () => ({ note: 'all quiet' }), audits: ['handover.signed'] }),
  'handover.receive': act('supervisor', { params: sheetOf, audits: ['handover.received'] }),
  'absences.store': act('analyst', {
    body: () => ({ from: `${TOMORROW}T08:00Z`, until: `${TOMORROW}T16:00Z`, substitute: null }),
    audits: ['absence.recorded'],
  }),
  'absences.destroy': act('analyst', { params: absenceOf, audits: ['absence.ended'] }),
  'desk_views.destroy': act('analyst', { params: viewOf, audits: ['desk_view.removed'] }),
  'alerts.step': act('analyst', {
    params: id('alert'),
    body: () => ({ act: 'begin_review', reason: null, note: null }),
    rightful: 200,
    audits: ['alert.stepped'],
  }),
  'alerts.release': act('analyst', { params: id('alert'), rightful: 200, audits: ['alert.released'] }),
  'alerts.dismiss': act('supervisor', {
    body: (side) => ({ alerts: [side.ids.alert], reason: 'other', note: 'looked at' }),
    rightful: 200,
    foreign: 200,
    audits: ['alert.dismissed'],
  }),
  'alerts.undo': act('supervisor', {
    body: (side) => ({ alerts: [side.ids.alert] }),
    rightful: 200,
    foreign: 200,
    audits: ['alert.reopened'],
  }),
  'alerts.snooze': act('analyst', {
    body: (side) => ({ alerts: [side.ids.alert], until: `${TOMORROW}T12:00Z`, for: null, note: null }),
    rightful: 200,
    foreign: 200,
    audits: ['alert.snoozed'],
  }),
  'alerts.wake': act('analyst', {
    body: (side) => ({ alerts: [side.ids.alert] }),
    rightful: 200,
    foreign: 200,
    audits: ['alert.woken'],
  }),
  'alerts.colleagues': act('supervisor', { rightful: 200 }),
  'alerts.reopen': act('supervisor', {
    body: (side) => ({ alerts: [side.ids.dismissed], note: 'a second letter came' }),
    rightful: 200,
    foreign: 200,
    audits: ['alert.reopened'],
  }),
  'alerts.merge': act('analyst', {
    body: (side) => ({ alerts: [side.ids.dismissed], into: side.ids.alert }),
    rightful: 200,
    foreign: 200,
    audits: ['alert.merged'],
  }),
  'alerts.detach': act('analyst', {
    body: (side) => ({ alerts: [side.ids.dismissed] }),
    rightful: 200,
    foreign: 200,
    audits: ['alert.detached'],
  }),
  // Claiming what one holds changes nothing: an alert that nobody holds.
  'alerts.claim': act('supervisor', { params: id('snoozedAlert'), rightful: 200, audits: ['alert.claimed'] }),
  'alerts.suppress': act('supervisor', {
    body: (side) => ({ alerts: [side.ids.snoozedAlert], reason: 'known_trade', note: null, days: 30 }),
    rightful: 200,
    foreign: 200,
    audits: ['alert.suppressed'],
  }),
  'alerts.assign': act('supervisor', {
    body: (side) => ({ alerts: [side.ids.alert], officer: side.place.officers.analyst!.id, note: null }),
    rightful: 200,
    foreign: 200,
    audits: ['alert.assigned'],
  }),
  'notifications.open': act('analyst', { params: id('notification') }),
  'notifications.read': act('analyst', {
    body: (side) => ({ ids: [side.ids.notification] }),
    rightful: 200,
    foreign: 200,
  }),
  'notification_rules.update': act('analyst', {
    params: () => ({ kind: 'alert_raised' }),
    body: () => ({ inApp: true, mail: 'digest', minBand: 'high', ports: ['JMKIN'] }),
    audits: ['notification.rule_changed'],
  }),
  'notification_schedule.update': act('analyst', {
    body: () => ({ timezone: 'UTC', quiet: null, breakThrough: false, digestHours: [8], sound: true }),
    audits: ['notification.schedule_changed'],
  }),
  'notification_rules.reset': act('analyst', { audits: ['notification.choices_reset'] }),
  'mail_state.update': act('administrator', {
    body: () => ({ detail: 'port_and_time' }),
    audits: ['notification.mail_detail_changed'],
  }),
  'mail_state.retry': act('administrator', {
    params: (side) => ({ id: side.ids.mail }),
    audits: ['notification.mail_retried'],
  }),
  'cargo_events.store': act('data_steward', {
    params: id('consignment'),
    body: () => ({ kind: 'discharge', at: '2026-01-01T10:00', equipment: '', site: '', note: '' }),
    audits: ['events.recorded'],
  }),
  'cargo_events.store_of_call': act('data_steward', {
    params: (side) => ({ call: side.ids.call }),
    body: () => ({ kind: 'discharge', at: '2026-01-01T10:00', numbers: 'XCARBOG00072', note: '' }),
    audits: ['events.recorded'],
  }),
  'cargo_events.correct': act('data_steward', {
    params: (side) => ({ id: side.ids.consignment, event: side.ids.event }),
    body: () => ({ at: '', note: 'it was another box' }),
    audits: ['events.corrected'],
  }),
  'events.import': act('data_steward', {
    send: 'upload',
    body: () => `kind,at,bill\ndischarge,${EARLIER},XCARBOG00072\n`,
    rightful: 200,
    audits: ['events.recorded'],
  }),
  'inspections.store': act('analyst', {
    params: id('studiedConsignment'),
    body: (side) => ({
      site: side.ids.site,
      type: 'tailgate',
      equipment: '',
      day: TOMORROW,
      shift: 'day',
      until: '2031-01-01T10:00',
      overBooked: '',
    }),
    audits: ['inspection.drawn', 'inspection.ordered'],
  }),
  'inspections.accept': act('inspector', { params: id('toAccept'), audits: ['inspection.accepted'] }),
  'inspections.start': act('inspector', { params: id('toAccept'), audits: ['inspection.started'] }),
  'inspections.reassign': act('supervisor', {
    params: id('toRefuse'),
    body: (side) => ({ to: side.place.officers.image_analyst!.id, reason: 'the other one is ill' }),
    audits: ['inspection.reassignment_asked'],
  }),
  'inspections.refuse': act('inspector', {
    params: id('toRefuse'),
    body: () => ({ reason: 'no_equipment', note: '' }),
    audits: ['inspection.refused'],
  }),
  'inspections.cancel': act('analyst', {
    params: id('toCancel'),
    body: () => ({ note: 'a mistake' }),
    audits: ['inspection.cancelled'],
  }),
  'inspections.item': act('inspector', {
    params: id('toRecord'),
    body: () => ({ item: 'seal', answer: 'clear', reason: '' }),
    audits: ['inspection.item_answered'],
  }),
  'inspections.finding': act('inspector', {
    params: id('toRecord'),
    body: () => ({ what: 'waste', place: 'floor', quantity: '', unit: '', value: '', note: '', replaces: '' }),
    audits: ['finding.recorded'],
  }),
  'inspections.withdraw_finding': act('inspector', {
    params: (side) => ({ id: side.ids.toRecord, finding: side.ids.finding }),
    audits: ['finding.withdrawn'],
  }),
  'inspections.exhibit': act('inspector', {
    params: id('toRecord'),
    body: () => ({ description: 'a sample', quantity: '', unit: '', seal: '', place: 'store', findingId: '' }),
    audits: ['exhibit.taken'],
  }),
  'inspections.hand_over_exhibit': act('inspector', {
    params: (side) => ({ id: side.ids.toRecord, exhibit: side.ids.exhibit }),
    body: () => ({ reason: 'laboratory', holderId: '', holderName: 'Laboratory', place: 'laboratory', seal: '' }),
    audits: ['exhibit.handed_over'],
  }),
  'inspections.attach': act('inspector', {
    send: 'upload',
    params: id('toRecord'),
    body: () => PHOTOGRAPH,
    audits: ['attachment.kept'],
  }),
  'inspections.outcome': act('inspector', {
    params: id('toRecord'),
    body: () => ({
      result: 'resultant',
      judgement: 'confirmed_risk',
      enforcement: 'warning',
      revenue: '',
      minutes: 20,
      reason: '',
      note: '',
    }),
    audits: ['inspection.done'],
  }),
  'inspections.return': act('supervisor', {
    params: id('toReturn'),
    body: () => ({ note: 'not complete' }),
    audits: ['inspection.returned'],
  }),
  'inspections.review': act('supervisor', {
    params: id('toReview'),
    body: () => ({ note: '' }),
    audits: ['inspection.reviewed'],
  }),
  'cases.store': act('analyst', {
    body: (side) => ({ title: 'Another story', alerts: [], consignments: [side.ids.consignment] }),
    audits: ['case.opened', 'case.consignment_added'],
  }),
  'cases.question_file': page('auditor', {
    send: 'json',
    params: (side) => ({ id: side.ids.askedStudy, question: side.ids.question, attachment: side.ids.questionFile }),
    audits: ['attachment.opened'],
  }),
  'cases.ask': act('analyst', {
    params: id('studyToAsk'),
    body: (side) => ({
      version: 3,
      kind: 'rfi',
      consignments: [side.ids.studiedConsignment],
      items: ['weight'],
      note: '',
      due: '',
      reason: '',
      because: '',
    }),
    audits: ['case.moved', 'case.question_asked'],
  }),
  'cases.withdraw_question': act('analyst', {
    params: (side) => ({ id: side.ids.withdrawnStudy, question: side.ids.questionToWithdraw }),
    audits: ['case.question_withdrawn', 'case.moved'],
  }),
  'filer.questions.index': page('filer'),
  'filer.questions.show': page('filer', { params: id('question') }),
  'filer.questions.file': page('filer', {
    send: 'json',
    params: (side) => ({ id: side.ids.question, attachment: side.ids.questionFile }),
    audits: ['attachment.opened'],
  }),
  'filer.questions.attach': act('filer', {
    send: 'upload',
    params: id('question'),
    body: () => PHOTOGRAPH,
    audits: ['attachment.kept'],
  }),
  'filer.questions.answer': act('filer', {
    params: id('question'),
    body: () => ({ reply: 'provided', text: 'Same answer' }),
    audits: ['case.question_answered', 'case.moved'],
  }),
  'filer.home': page('filer', { rightful: 302 }),
  'filer.session.create': { send: 'page', rightful: 200 },
  'filer.session.store': {
    send: 'json',
    body: () => ({ email: 'filer@example.test', password: 'wrong' }),
    rightful: 303,
    audits: ['session.refused'],
  },
  'filer.locale': { send: 'json', body: () => ({ locale: 'en' }), rightful: 303 },
  'filer.session.destroy': act('filer', { fresh: true, audits: ['session.ended'] }),
  'question_terms.show': page('administrator'),
  'question_terms.update': act('administrator', {
    params: () => ({ kind: 'rfi' }),
    body: () => ({ countedFrom: 'asked', minutes: 60, remindMinutes: 0, codes: [] }),
    audits: ['question_terms.changed'],
  }),
  'filers.index': page('administrator'),
  'filers.store': act('administrator', {
    body: (side) => ({ sender: side.ids.sender, email: 'fresh-filer@example.test', name: 'Fresh', locale: 'en' }),
    audits: ['filer.invited', 'invitation.issued'],
  }),
  'filers.invite_again': act('administrator', { params: id('invitedFiler'), audits: ['invitation.issued'] }),
  'filers.revoke_invitation': act('administrator', { params: id('invitedFiler'), audits: ['invitation.revoked'] }),
  'filers.deactivate': act('administrator', { params: id('otherFiler'), audits: ['officer.deactivated'] }),
  'filers.reactivate': act('administrator', { params: id('otherFiler'), audits: ['officer.reactivated'] }),
  'cases.note': act('analyst', {
    params: id('study'),
    body: (side) => ({ text: 'seen before', mentioned: [side.place.officers.supervisor!.id] }),
    audits: ['case.noted'],
  }),
  'cases.detach': act('analyst', {
    params: (side) => ({ id: side.ids.study, alert: side.ids.studiedAlert }),
    audits: ['alert.detached', 'case.alert_detached'],
  }),
  'cases.alerts': act('analyst', {
    params: id('study'),
    body: (side) => ({ alerts: [side.ids.studiedAlert] }),
    audits: ['alert.promoted', 'case.alert_added'],
  }),
  'cases.consignment': act('analyst', {
    params: id('studyToOrder'),
    body: (side) => ({ consignment: side.ids.consignment }),
    audits: ['case.consignment_added'],
  }),
  'cases.unlink': act('analyst', {
    params: (side) => ({ id: side.ids.study, number: '2' }),
    audits: ['case.unlinked', 'case.unlinked'],
  }),
  'cases.link': act('analyst', {
    params: id('study'),
    body: () => ({ number: '3' }),
    audits: ['case.linked', 'case.linked'],
  }),
  'cases.task': act('analyst', {
    params: id('study'),
    body: () => ({ what: 'Call the port', assignee: '', due: '' }),
    audits: ['case.task_added'],
  }),
  'cases.tick': act('analyst', {
    params: (side) => ({ id: side.ids.study, task: side.ids.task }),
    audits: ['case.task_done'],
  }),
  'cases.untick': act('analyst', {
    params: (side) => ({ id: side.ids.study, task: side.ids.doneTask }),
    audits: ['case.task_reopened'],
  }),
  'cases.attach': act('analyst', {
    send: 'upload',
    params: id('study'),
    body: () => PHOTOGRAPH,
    audits: ['attachment.kept'],
  }),
  'cases.refer': act('analyst', {
    params: id('study'),
    body: (side) => ({
      ...REFERRING,
      to: `agency:${side.ids.agency}`,
      parts: ['consignments'],
      consignments: [side.ids.consignment],
      attachments: [side.ids.caseFile],
    }),
    audits: ['case.referred'],
  }),
  'cases.withdraw_referral': act('analyst', {
    params: (side) => ({ id: side.ids.study, referral: side.ids.unitReferral }),
    body: () => ({ reason: 'no_longer_needed', note: '' }),
    audits: ['case.referral_withdrawn'],
  }),
  'referrals.answer': act('partner', {
    params: id('referral'),
    body: () => ({ result: 'nothing_known', words: 'nobody we know' }),
    audits: ['case.referral_answered'],
  }),
  'referrals.attach': act('partner', {
    send: 'upload',
    params: id('referral'),
    body: () => PHOTOGRAPH,
    audits: ['attachment.kept'],
  }),
  'cases.court_file': act('supervisor', {
    params: id('study'),
    body: () => ({
      locale: 'en',
      basis: 'court_order',
      reference: 'order 2/26',
      purpose: 'appeal',
      recipient: 'The same court',
      withNotes: false,
    }),
    audits: ['court_file.asked'],
  }),
  'cases.move': act('analyst', {
    params: (side) => ({ id: side.ids.study, act: 'assign' }),
    body: () => ({ version: 1, reason: '', note: '', outcome: '', officer: '' }),
    audits: ['case.moved'],
  }),
  'cases.order': act('analyst', {
    params: id('studyToOrder'),
    body: (side) => ({
      version: 3,
      consignment: side.ids.studiedConsignment,
      site: side.ids.site,
      type: 'sample',
      equipment: '',
      day: TOMORROW,
      shift: 'day',
      until: '2031-01-01T10:00',
      overBooked: '',
    }),
    audits: ['case.moved', 'inspection.drawn', 'inspection.ordered', 'case.ordered'],
  }),
  'inspections.draw': act('supervisor', { params: id('toDraw'), audits: ['inspection.drawn'] }),
  'inspections.reassignment_confirm': act('supervisor', {
    params: (side) => ({ id: side.ids.toReassign, reassignment: side.ids.reassignment }),
    notThere: [404, 409],
    audits: ['inspection.reassignment_decided', 'inspection.reassigned'],
  }),
  'inspections.reassignment_refuse': act('supervisor', {
    params: (side) => ({ id: side.ids.toKeep, reassignment: side.ids.keeping }),
    notThere: [404, 409],
    audits: ['inspection.reassignment_decided'],
  }),
  'draws.confirm_rate': act('auditor', {
    params: (side) => ({ rate: side.ids.rate }),
    foreign: 409,
    audits: ['baseline.rate_confirmed'],
  }),
  'capacity.baseline': act('manager', {
    body: () => ({ share: 1.5, type: 'scan' }),
    audits: ['baseline.rate_asked'],
  }),
  'draws.reveal': act('auditor', { params: day, audits: ['draws.revealed'] }),
  'capacity.duty': act('manager', {
    body: (side) => ({ site: side.ids.site, officer: side.place.officers.inspector!.id, shifts: ['day'], types: [] }),
    audits: ['capacity.duty_set'],
  }),
  'capacity.shift': act('manager', {
    body: (side) => ({ site: side.ids.site, weekdays: [1], shift: 'night', starts: '22:00', ends: '06:00', places: 2 }),
    audits: ['capacity.changed'],
  }),
  'capacity.exception': act('manager', {
    body: (side) => ({ site: side.ids.site, day: '2030-01-07', shift: 'day', places: 1, reason: 'repair' }),
    audits: ['capacity.changed'],
  }),
  'watch_lists.store': act('watch_list_manager', {
    body: () => ({ code: 'another', name: 'Another', description: '' }),
    audits: ['watch_list.created'],
  }),
  'watch_list_entries.store': act('watch_list_manager', {
    params: id('watchList'),
    body: () => ({ kind: 'name', value: 'FRESH NAME LTD', reason: 'told' }),
    audits: ['watch_list_entry.added'],
  }),
  'watch_list_entries.withdraw': act('watch_list_manager', {
    params: (side) => ({ id: side.ids.watchList, entry: side.ids.entry }),
    body: () => ({ reason: 'no longer' }),
    notThere: [404, 409],
    audits: ['watch_list_entry.withdrawn'],
  }),
  'profiles.store': act('profile_author', {
    body: () => ({ name: 'A new profile', threat: 'NAR' }),
    audits: ['profile.created'],
  }),
  'profiles.describe': act('profile_author', {
    body: (side) => ({ document: side.document }),
    rightful: 200,
    foreign: 200,
  }),
  'profile_revisions.publish': act('profile_approver', {
    params: (side) => ({ id: side.ids.profile, revision: '2' }),
    audits: ['profile.published'],
  }),
  'profile_revisions.store': act('profile_author', {
    params: id('profile'),
    body: (side) => ({ document: side.document, note: 'next', base: 0 }),
    audits: ['profile.revised'],
  }),
  'profiles.retire': act('profile_approver', { params: id('liveProfile'), audits: ['profile.retired'] }),
  'audit.verify': act('auditor', { audits: ['audit.verification_asked'] }),
  'reference_list_editions.store': act('profile_author', {
    params: () => ({ list: 'weak_ports' }),
    body: () => ({ rows: [], note: 'emptied' }),
    audits: ['reference_list.edition_saved'],
  }),
  ...IDENTITY_RECIPES,
  'users.store': act('administrator', {
    body: ({ ids }) => ({
      email: 'fresh@example.test',
      name: 'Fresh',
      locale: 'en',
      roles: [ids.analystRole],
      units: [ids.unit],
      sites: [],
      samePersonAs: '',
    }),
    foreign: 409,
    audits: ['officer.invited', 'officer.roles_changed', 'unit.member_added', 'invitation.issued'],
  }),
  'grant_requests.confirm': act('second_administrator', {
    params: id('request'),
    body: (side) => ({ hash: side.requestHash }),
    audits: ['grant.confirmed', 'officer.roles_changed'],
  }),
  'grant_requests.turn_down': act('second_administrator', { params: id('otherRequest'), audits: ['grant.refused'] }),
  'users.places': act('administrator', {
    params: id('colleague'),
    body: ({ ids }) => ({ units: [], sites: [ids.site] }),
    audits: ['site.member_added'],
  }),
  'users.reset_password': act('administrator', { params: id('colleague'), audits: ['password.reset_asked'] }),
  'users.reset_factor': act('administrator', { params: id('colleague'), audits: ['factor.reset'] }),
  'users.deactivate': act('administrator', { params: id('colleague'), audits: ['officer.deactivated'] }),
  'users.reactivate': act('administrator', {
    params: id('colleague'),
    audits: ['officer.reactivated'],
  }),
  'users.roles': act('administrator', {
    params: id('invitee'),
    body: ({ ids }) => ({ roles: [ids.analystRole], seen: [] }),
    audits: ['officer.roles_changed'],
  }),
  'users.invite_again': act('administrator', { params: id('invitee'), audits: ['invitation.issued'] }),
  'users.revoke_invitation': act('administrator', { params: id('invitee'), audits: ['invitation.revoked'] }),
  'invitations.accept': {
    send: 'json',
    params: token,
    guessed: guessedToken,
    body: () => ({ name: 'Welcome', password: PASSWORD, passwordAgain: PASSWORD }),
    rightful: 303,
    audits: ['officer.accepted'],
  },
  'roles.store': act('administrator', {
    body: () => ({ name: 'Another role', description: '', from: 'template:analyst' }),
    audits: ['role.created'],
  }),
  'roles.update': act('administrator', {
    params: id('spareRole'),
    body: () => ({ name: 'Spare still', description: '' }),
    audits: ['role.described'],
  }),
  'roles.terms': act('administrator', {
    params: id('spareRole'),
    body: () => ({ secondFactor: true, idleMinutes: 10, absoluteMinutes: 60 }),
    audits: ['role.terms_changed'],
  }),
  'roles.permissions': act('administrator', {
    params: id('spareRole'),
    body: () => ({
      permissions: ['capacity.read'],
      seen: ['inspections.read', 'inspections.record', 'exhibits.hand_over', 'capacity.read'],
    }),
    audits: ['role.permissions_changed'],
  }),
  'roles.destroy': act('administrator', { params: id('spareRole'), audits: ['role.deleted'] }),
  'waivers.store': act('administrator', {
    body: () => ({ conflict: 'auditor_acts', reason: 'Nobody else is left in this office' }),
    audits: ['grant.requested'],
  }),
  'waivers.destroy': act('administrator', {
    params: () => ({ conflict: 'administrator_approver' }),
    audits: ['conflict.waiver_ended'],
  }),
  'units.store': act('administrator', {
    body: () => ({ code: 'OTHER', name: 'Other', ports: ['JMKIN'], threats: ['NAR'] }),
    audits: ['unit.created'],
  }),
  'units.update': act('administrator', {
    params: id('unit'),
    body: () => ({ name: 'Renamed', ports: [], threats: [] }),
    audits: ['unit.changed'],
  }),
  'units.add_member': act('administrator', { params: id('unit'), body: officer, audits: ['unit.member_added'] }),
  'units.remove_member': act('administrator', {
    params: (side) => ({ id: side.ids.unit, officer: side.ids.colleague }),
    audits: ['unit.member_removed'],
  }),
  'units.close': act('administrator', { params: id('unit'), audits: ['unit.closed'] }),
  'units.reopen': act('administrator', { params: id('unit'), audits: ['unit.reopened'] }),
  'plugins.settings': act('administrator', {
    params: guatemala,
    body: () => ({ values: { seaHours: 24 }, seen: 1 }),
    audits: ['plugin.settings_changed'],
  }),
  'plugins.accept': act('administrator', { params: guatemala, audits: ['plugin.upgraded'] }),
  'plugins.disable': act('administrator', { params: guatemala, audits: ['plugin.disabled'] }),
  'plugins.enable': act('administrator', { params: guatemala, audits: ['plugin.enabled'] }),
  'systems.store': act('administrator', {
    body: () => ({ ...SYSTEM, name: 'Another terminal' }),
    audits: ['system.connected'],
  }),
  'systems.update': act('administrator', {
    params: id('system'),
    body: () => ({ ...SYSTEM, enabled: true }),
    audits: ['system.changed'],
  }),
  'systems.secret': act('administrator', { params: id('system'), rightful: 200, audits: ['system.secret_made'] }),
  'systems.token': act('administrator', { params: id('system'), rightful: 200, audits: ['token.issued'] }),
  'systems.test': act('administrator', { params: id('system'), audits: ['system.tested'] }),
  'systems.retry': act('administrator', {
    params: (side) => ({ id: side.ids.system, delivery: side.ids.deadDelivery }),
    audits: ['instruction.retried'],
  }),
  'systems.revoke': act('administrator', {
    params: (side) => ({ id: side.ids.system, kid: side.ids.systemToken }),
    audits: ['token.revoked'],
  }),
  'senders.store': act('data_steward', {
    body: () => ({ code: 'NEWLINE', name: 'New line' }),
    audits: ['sender.created'],
  }),
  'senders.update': act('data_steward', {
    params: id('sender'),
    body: () => ({ name: 'Renamed', facts: ['place.transhipment'], answers: ['syntax'] }),
    audits: ['sender.answers_chosen', 'sender.declared', 'sender.renamed'],
  }),
  'senders.close': act('data_steward', { params: id('leaving'), audits: ['sender.closed'] }),
  'senders.reopen': act('data_steward', { params: id('leaving'), audits: ['sender.reopened'] }),
  'agencies.store': act('administrator', {
    body: () => ({ code: 'OTHER', name: 'Other', kind: 'health' }),
    audits: ['agency.created'],
  }),
  'agencies.update': act('administrator', {
    params: id('agency'),
    body: () => ({ name: 'Renamed', kind: 'police' }),
    audits: ['agency.changed'],
  }),
  'agencies.add_member': act('administrator', { params: id('agency'), body: officer, audits: ['agency.member_added'] }),
  'agencies.remove_member': act('administrator', {
    params: (side) => ({ id: side.ids.agency, officer: side.ids.colleague }),
    audits: ['agency.member_removed'],
  }),
  'agencies.close': act('administrator', { params: id('agency'), audits: ['agency.closed'] }),
  'agencies.reopen': act('administrator', { params: id('agency'), audits: ['agency.reopened'] }),
  'sites.store': act('administrator', {
    body: () => ({ code: 'OTHER', name: 'Other', port: 'JMKIN', kind: 'scanner' }),
    audits: ['site.created'],
  }),
  'sites.update': act('administrator', {
    params: id('site'),
    body: () => ({ name: 'Renamed', port: '', kind: 'yard' }),
    audits: ['site.changed'],
  }),
  'sites.remove_member': act('administrator', {
    params: (side) => ({ id: side.ids.site, officer: side.ids.colleague }),
    audits: ['site.member_removed'],
  }),
  'sites.add_member': act('administrator', { params: id('site'), body: officer, audits: ['site.member_added'] }),
  'sites.close': act('administrator', { params: id('site'), audits: ['site.closed'] }),
  'sites.reopen': act('administrator', { params: id('site'), audits: ['site.reopened'] }),
  'sessions.destroy_others': act('auditor', { fresh: true, audits: ['session.ended'] }),
  'sessions.destroy': act('auditor', { params: sessionOf, fresh: true, audits: ['session.ended'] }),
  'session.destroy': act('auditor', { fresh: true, audits: ['session.ended'] }),

  'api.messages.store': { send: 'bytes', rightful: 202, audits: ['message.received'] },
  'api.messages.show': { send: 'json', params: id('message'), rightful: 200 },
  'api.declarations.store': { send: 'bytes', rightful: 202, audits: ['message.received'] },
  'api.examinations.store': { send: 'bytes', rightful: 202, audits: ['message.received'] },
  'api.examinations.show': { send: 'json', params: id('declared'), rightful: 200 },
  'api.permits.store': { send: 'bytes', rightful: 202, audits: ['message.received'] },
  'api.permits.show': { send: 'json', params: id('declared'), rightful: 200 },
  'api.declarations.show': { send: 'json', params: id('declared'), rightful: 200 },
  'api.answers.show': {
    send: 'json',
    params: (side) => ({ id: side.ids.message, answer: side.ids.answer }),
    rightful: 200,
    audits: ['message.answer_opened'],
  },
  'api.instructions.show': {
    send: 'json',
    params: id('instruction'),
    rightful: 200,
    audits: ['instruction.read'],
  },
  'api.instructions.answer': {
    send: 'json',
    params: id('instruction'),
    body: () => ({ outcome: 'acknowledged' }),
    rightful: 200,
    audits: ['instruction.answered'],
  },
  'api.events.store': {
    send: 'json',
    body: () => ({ reference: 'api-1', kind: 'discharge', at: EARLIER, bill: 'XCARBOG00071' }),
    rightful: 200,
    audits: ['events.recorded'],
  },
}

/** Routes with effects that leave no entry, and why. Reviewed: an addition needs a reason that holds. */
export const UNAUDITED: Readonly<Record<string, string>> = {
  ...IDENTITY_UNAUDITED,
  'preferences.locale': 'language of a device, of nobody yet',
  'platform.locale': 'language of a device',
  'filer.locale': 'language of a device',
  'officer.locale': 'own language; touches nothing but how pages read',
  'notifications.read': 'own lines; says only that they were looked at',
  'notifications.open': 'own line; what it leads to audits its own opening',
  'profiles.describe': 'computes words of a document in hand; stores and opens nothing',
}
