import { addMember } from '#app/administration/actions/places/change_members'
import { createSite } from '#app/administration/actions/places/create_site'
import { createUnit } from '#app/administration/actions/places/create_unit'
import { askVerification } from '#app/audit/actions/ask_verification'
import { addWatchListEntry } from '#app/targeting/actions/add_watch_list_entry'
import { claimAlert } from '#app/targeting/actions/claim_alert'
import { createProfile } from '#app/targeting/actions/create_profile'
import { saveProfileRevision } from '#app/targeting/actions/save_profile_revision'
import { createWatchList } from '#app/targeting/actions/create_watch_list'
import { dismissAlert } from '#app/targeting/actions/decide_alert'
import { loadOfficer } from '#platform/access/officer'
import TargetingDrain from '#app/targeting/jobs/targeting_drain'
import { chooseRule, chooseSchedule } from '#app/notifications/actions/choose'
import DeliveryDrain from '#app/notifications/jobs/delivery_drain'
import { builtinRegistry } from '#core/indicators/registry'
import { starterProfiles } from '#core/profiles/starter/main'
import { sealBacklog } from '#platform/audit/sealer'
import { mainDatabase, placementAddresses } from '#platform/database/connections'
import { chooseAnswers } from '#app/intake/actions/senders/choose_answers'
import { findSender } from '#app/intake/published'
import { issueToken } from '#app/intake/actions/issue_token'
import { createOfficer } from '#app/administration/published'
import { uuidv7 } from '#platform/database/uuid'
import { listWaitingLetters, markSent, openLink, postLetter } from '#platform/identity/letters'
import { officerFactors } from '#platform/identity/officer_factors'
import { sealSeed } from '#platform/identity/seed'
import { newSeed } from '#platform/identity/totp'
import { execute, rows } from '#platform/tenancy/database'
import { layAccess, type AccessIds } from './access_world.js'
import { paint } from './canaries.js'
import { askFilers, type Asked } from './asked_world.js'
import { connect, type Instructed } from './instructed_world.js'
import { inspect, type Work } from './inspected_world.js'
import { declare, type Declared } from './declared_world.js'
import { referAll, type Referred } from './referred_world.js'
import { study, type Studies } from './studied_world.js'
import { collidingManifest, collidingPlan, collidingTravellers, sameBytes } from './fixtures/colliding_cargo.js'
import { file } from './intake.js'
import { readTravellersOf } from './travellers.js'
import { Visitor } from './visitor.js'
import { decideParties, type PartyIds } from './decided_parties.js'
import { makePlace, PASSWORD, type Place, type PlaceOptions } from './world.js'
import { furnishPrivacy } from './privacy_world.js'

/** Ids an attacker would have to guess; here they are known, which is worse. */
export interface Ids extends Work, AccessIds, Studies, Asked, Instructed, Referred, Declared, PartyIds {
  message: string
  /** The CONTRL to `message`. */
  answer: string
  quarantined: string
  /** A received list of travellers. */
  list: string
  call: string
  consignment: string
  alert: string
  dismissed: string
  /** Of the analyst. */
  notification: string
  /** A mail that was given up. */
  mail: string
  watchList: string
  entry: string
  profile: string
  liveProfile: string
  hold: string
  subjectRequest: string
  subjectFile: string
  /** Of `message`. */
  sender: string
  /** A sender nobody hears from. */
  leaving: string
  unit: string
  site: string
  passkey: string
  /** A good link to a new password of an officer. */
  resetToken: string
}

/** One administration of the attacked world: the natural keys of every other, a canary of its own. */
export interface Side {
  place: Place
  canary: string
  ids: Ids
  token: string
  /** What the second administrator reads before confirming `ids.request`. */
  requestHash: string
  /** Token of an invitation that stands open. */
  invitation: string
  /** A document that may be published. */
  document: unknown
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** Fills an administration through the real actions, so that every tenant table holds rows of it. */
export async function makeSide(letter: string, options: PlaceOptions = {}): Promise<Side> {
  const canary = `CANARY${letter}`
  const place = await makePlace({ plugins: ['guatemala'], ...options })
  const senders = await place.run(async () => {
    const sender = await findSender('SENDER')
    await chooseAnswers('SENDER', ['syntax', 'decision'])
    return { sender: sender.id, leaving: (await findSender('LEAVING')).id }
  })
  const { id: message } = await file(place, bytes(collidingManifest(canary)), {
    submittedBy: place.officers.data_steward!.id,
    filename: 'manifest.edi',
  })
  await file(place, bytes(collidingPlan(canary)))
  await readTravellersOf(place)
  const { id: list } = await file(place, bytes(collidingTravellers(canary)))
  const { id: quarantined } = await file(place, bytes(sameBytes))
  await weigh(place)
  await countAlike(place)
  await tailorAlike(place)
  const token = await place.run(() =>
    issueToken({
      name: 'line',
      sender: 'SENDER',
      scopes: ['messages:submit', 'events', 'answers', 'instructions', 'declarations', 'permits', 'examinations'],
      days: 30,
      createdBy: place.officers.administrator!.id,
    })
  )
  await submit(token.token)
  const places = await layPlaces(place)
  await place.run(() =>
    execute(
      `insert into tenant.desk_views (tenant_id, id, officer_id, unit_id, name, filters) values (?, ?, ?, ?, 'ours', '{}')`,
      [place.administration.id, uuidv7(), place.officers.analyst!.id, places.unit]
    )
  )
  const work = await inspect(place, places.site)
  const alerts = await decideAlerts(place)
  // Afterwards: an order for a case answers what is still open of its cargo.
  const studies = await study(place, places.site, alerts.alert)
  const instructed = await connect(place, studies.orderedStudy)
  const asked = await askFilers(place, senders.sender, studies.studiedConsignment)
  const declared = await declare(place, token.token)
  const referred = await referAll(place, studies.study, studies.caseFile, places.unit)
  // Opening an alert that one holds says that it is worked on, every few minutes: not within these suites.
  await place.run(() =>
    execute(`update tenant.alerts set touched_at = now() + interval '1 hour' where id = ?`, [alerts.alert])
  )
  const told = await choose(place)
  const document = starterProfiles('JM').find((starter) => starter.document.threat === 'NAR')!.document
  const targeting = await authorTargeting(place, document)
  const proofs = await giveFactors(place)
  const access = await layAccess(place)
  await place.run(() =>
    execute(`update tenant.plugin_installations set changed_by = ?`, [place.officers.administrator!.id])
  )
  const [consignment] = await place.run(() =>
    rows<{ id: string; call: string }>(
      `select id, call_id as call from tenant.consignments where reference = 'XCARBOG00071'`
    )
  )
  const [answer] = await place.run(() =>
    rows<{ id: string }>(`select id from tenant.answers where received_message_id = ?::uuid and kind = 'contrl'`, [
      message,
    ])
  )
  const [live] = await place.run(() =>
    rows<{ id: string }>(`select id from tenant.profiles where state = 'live' order by code limit 1`)
  )
  await sealBacklog(place.administration)
  await place.run(() => askVerification(place.officers.auditor!.id))
  const parties = await decideParties(place)
  const privacy = await furnishPrivacy(place)
  await paint(place.administration.id, canary, placementAddresses()[place.administration.placement] ?? mainDatabase())
  return {
    place,
    canary,
    token: token.token,
    document,
    requestHash: access.requestHash,
    invitation: access.invitation,
    ids: {
      message,
      answer: answer!.id,
      quarantined,
      list,
      call: consignment!.call,
      consignment: consignment!.id,
      ...alerts,
      ...told,
      ...targeting,
      ...privacy,
      ...places,
      ...proofs,
      ...work,
      ...studies,
      ...instructed,
      ...asked,
      ...referred,
      ...declared,
      ...senders,
      ...parties,
      ...access.ids,
      liveProfile: live!.id,
    },
  }
}

async function weigh(place: Place): Promise<void> {
  await place.run(() => new TargetingDrain().execute())
  await place.run(() => new DeliveryDrain().execute())
}

async function submit(token: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/edifact',
    'idempotency-key': 'first',
  }
  const answer = await new Visitor().send('POST', '/api/v1/messages', { body: sameBytes, headers })
  if (answer.status !== 202) throw new Error(`the machine API answered ${answer.status} ${answer.text}`)
}

/** An analyst with rules and times of their own, and a mail that did not go. */
async function choose(place: Place): Promise<Pick<Ids, 'notification' | 'mail'>> {
  const analyst = place.officers.analyst!.id
  return place.run(async () => {
    await chooseRule(analyst, 'alert_raised', { inApp: true, mail: 'now', minBand: 'any', ports: [] })
    await chooseSchedule(analyst, {
      timezone: 'America/Jamaica',
      quiet: null,
      breakThrough: true,
      digestHours: [7],
      sound: false,
    })
    const [told] = await rows<{ id: string }>(
      `select id from tenant.notifications where officer_id = ? and in_app order by id desc limit 1`,
      [analyst]
    )
    const [mail] = await rows<{ id: string }>(
      `update tenant.notification_mails set state = 'dead', error = 'refused' where officer_id = ? returning id`,
      [analyst]
    )
    if (!told || !mail) throw new Error('the analyst was told of nothing')
    return { notification: told.id, mail: mail.id }
  })
}

/** One alert held, one dismissed. */
async function decideAlerts(place: Place): Promise<Pick<Ids, 'alert' | 'dismissed'>> {
  const [alert, dismissed] = await place.run(() => rows<{ id: string }>(`select id from tenant.alerts order by id`))
  if (!alert || !dismissed) throw new Error('the manifest raised fewer than two alerts')
  await place.run(async () => claimAlert(alert.id, (await loadOfficer(place.officers.analyst!.id))!), 'analyst')
  await place.run(
    async () => dismissAlert(dismissed.id, (await loadOfficer(place.officers.supervisor!.id))!, 'other', 'looked at'),
    'supervisor'
  )
  await place.run(() =>
    execute(
      `insert into tenant.alert_suppressions (tenant_id, id, alert_id, threat, until, created_by, ended_at)
       select tenant_id, ?, id, threat, now() + interval '9 days', ?, now() from tenant.alerts where id = ?`,
      [uuidv7(), place.officers.supervisor!.id, dismissed.id]
    )
  )
  return { alert: alert.id, dismissed: dismissed.id }
}

/** The entry comes last: it leaves requests that wait to be weighed. */
async function authorTargeting(place: Place, document: unknown): Promise<Pick<Ids, 'watchList' | 'entry' | 'profile'>> {
  const profile = await place.run(() =>
    createProfile({ name: 'Own profile', threat: 'NAR' }, place.officers.profile_author!.id)
  )
  await place.run(() =>
    saveProfileRevision(
      { profileId: profile, base: 1, document, note: null },
      builtinRegistry,
      place.officers.profile_author!.id
    )
  )
  const manager = place.officers.watch_list_manager!.id
  return place.run(async () => {
    const list = await createWatchList({ code: 'people', name: 'People', description: 'own list' }, manager)
    if (!list.ok) throw new Error('no list')
    const entry = await addWatchListEntry(
      { id: list.value, edition: 1 },
      { kind: 'name', value: 'SAME NAME LTD', reason: 'told by an officer', validFrom: null, validUntil: null },
      manager
    )
    if (!entry.ok) throw new Error('no entry')
    return { profile, watchList: list.value, entry: entry.value.id }
  })
}

/** A unit and a site, each with a member. */
async function layPlaces(place: Place): Promise<Pick<Ids, 'unit' | 'site'>> {
  return place.run(async () => {
    const unit = await createUnit({ code: 'SAME', name: 'Unit', ports: ['JMKIN'], threats: [] })
    const site = await createSite({ code: 'SAME', name: 'Site', port: 'JMKIN', kind: 'yard' })
    if (!unit.ok || !site.ok) throw new Error('no unit or no site')
    // Somebody who hears of no cargo, so that the limits of a unit do not change what roles hear.
    await addMember('unit', unit.value, place.officers.privacy_officer!.id)
    await addMember('site', site.value, place.officers.inspector!.id)
    return { unit: unit.value, site: site.value }
  })
}

/** An officer of no role with every kind of factor, a known browser and a letter: all others sign in by password. */
async function giveFactors(place: Place): Promise<Pick<Ids, 'passkey' | 'resetToken'>> {
  return place.run(async () => {
    const id = await createOfficer({
      email: 'factors@example.test',
      name: 'Factors Person',
      locale: 'en',
      password: PASSWORD,
      roles: [],
    })
    const factors = officerFactors(id)
    await factors.saveTotp(await sealSeed(newSeed(), factors), 1)
    await factors.replaceRecoveryCodes('salt', ['same'])
    const passkey = await factors.addPasskey({
      credentialId: 'same-credential',
      publicKey: Buffer.from('key'),
      counter: 1,
      transports: ['usb'],
      name: 'Key',
    })
    await execute(
      `insert into tenant.officer_devices (tenant_id, id, officer_id, token_hash, agent) values (?, ?, ?, 'same', 'Browser')`,
      [place.administration.id, uuidv7(), id]
    )
    await execute(
      `insert into tenant.officer_letters (tenant_id, id, officer_id, kind, token_hash, sent_at) values (?, ?, ?, 'new_device', 'same', now())`,
      [place.administration.id, uuidv7(), id]
    )
    await postLetter(id, 'password_reset', { agent: 'Browser' })
    const letter = (await listWaitingLetters()).find(({ kind }) => kind === 'password_reset')
    const resetToken = (await openLink(letter!))!
    await markSent(letter!.id)
    return { passkey, resetToken }
  })
}

let worlds: Promise<{ a: Side; b: Side }> | undefined

/** A attacks, B is attacked. Made once a process. */
export function collidingWorlds(): Promise<{ a: Side; b: Side }> {
  worlds ??= (async () => ({ a: await makeSide('A'), b: await makeSide('B') }))()
  return worlds
}

/** A draft of a workflow, under the number the neighbour's has, somebody who is away, and a queue with a name. */
const tailorAlike = (place: Place) =>
  place.run(async () => {
    await execute(
      `insert into tenant.handovers (tenant_id, id, sheet, from_at, written_by)
       values (?, ?, '{"from": "2026-11-20T06:00:00Z", "ships": [], "unknownArrival": 0, "held": [], "snoozed": [], "counts": {}}', now(), ?)`,
      [place.administration.id, uuidv7(), place.officers.analyst!.id]
    )
    await execute(
      `insert into tenant.handovers (tenant_id, id, sheet, from_at, written_by, received_by, received_at)
       values (?, ?, '{"from": "2026-11-20T06:00:00Z", "ships": [], "unknownArrival": 0, "held": [], "snoozed": [], "counts": {}}', now(), ?, ?, now())`,
      [place.administration.id, uuidv7(), place.officers.analyst!.id, place.officers.supervisor!.id]
    )
    await execute(
      `insert into tenant.desk_views (tenant_id, id, officer_id, name, filters) values (?, ?, ?, 'highs', '{"view": "mine"}')`,
      [place.administration.id, uuidv7(), place.officers.analyst!.id]
    )
    await execute(
      `insert into tenant.officer_absences (tenant_id, id, officer_id, substitute_id, from_at, until, created_by)
       values (?, ?, ?, ?, now() + interval '7 days', now() + interval '9 days', ?)`,
      [
        place.administration.id,
        uuidv7(),
        place.officers.analyst!.id,
        place.officers.supervisor!.id,
        place.officers.supervisor!.id,
      ]
    )
    await execute(
      `insert into tenant.workflow_revisions (tenant_id, id, subject, revision, tailoring, created_by) values (?, ?, 'alert', 1, '{}', ?)`,
      [place.administration.id, uuidv7(), place.officers.administrator!.id]
    )
    await execute(
      `insert into tenant.workflow_revisions (tenant_id, id, subject, revision, tailoring, created_by, published_by, published_at, running)
       values (?, ?, 'case', 1, '{}', ?, ?, now(), 'keep')`,
      [place.administration.id, uuidv7(), place.officers.administrator!.id, place.officers.supervisor!.id]
    )
  })

/** Rows whose keys are made of what differs between administrations, under keys that are the same. */
const countAlike = (place: Place) =>
  place.run(async () => {
    const tenant = place.administration.id
    await execute(`insert into tenant.engine_versions (tenant_id, hash, versions) values (?, 'same', '{}')`, [tenant])
    await execute(
      `insert into tenant.history_days (tenant_id, kind, key, day, count) values (?, 'lane', 'SAME>SAME', '2026-01-01', 1)`,
      [tenant]
    )
    await execute(
      `insert into tenant.history_traces (tenant_id, kind, key, other, seen_at, consignment_id)
       select ?, 'contact', 'same', 'same', '2026-01-01', id from tenant.consignments limit 1`,
      [tenant]
    )
  })
