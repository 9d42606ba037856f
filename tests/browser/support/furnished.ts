import { firstRow } from '#platform/tenancy/database'
import { sealBacklog } from '#platform/audit/sealer'
import { layAccess } from '#tests/support/access_world'
import { makePlace, type Place } from '#tests/support/world'
import { furnishLetters, furnishWork, referSomething } from './furnished_work.js'
import { consignmentId, file } from './pipeline.js'
import { shipManifest } from './ship.js'

export type Screen = readonly [name: string, path: string]

/** An administration with something on every screen, and where those screens are. */
export interface Furnished {
  place: Place
  /** Screens by the role that opens them. */
  screens: Readonly<Record<string, readonly Screen[]>>
  /** What the mail of an invitation links to. */
  invitation: Screen
  /** What other letters link to, before signing in. */
  letters: readonly Screen[]
}

/** A ship in port, one tomorrow, a damaged message, a watch list and a few alerts. */
export async function furnished(): Promise<Furnished> {
  const place = await makePlace({ plugins: ['guatemala'] })
  await file(
    place,
    shipManifest({
      voyage: '201N',
      name: 'CORAL HERON',
      imo: '9074729',
      berthsIn: 2,
      bills: [
        {
          number: 'PAGE1',
          goods: 'CERAMIC FLOOR TILES 60X60',
          box: 'NRCU4832072',
          boxType: '45R1',
          weight: 14_880,
          consigneeAddress: 'P.O. Box 318',
        },
        { number: 'PAGE2', goods: 'MACHINERY', box: 'CSQU3054383' },
        { number: 'PAGE3', goods: 'CEMENT IN BAGS', from: 'USMIA' },
      ],
    })
  )
  await file(
    place,
    shipManifest({
      voyage: '202S',
      name: 'AMBER TERN',
      imo: '9988566',
      berthsIn: 30,
      bills: [{ number: 'PAGE4', goods: 'RICE', from: 'USMIA' }],
    })
  )
  await file(
    place,
    Buffer.from(
      `UNB+UNOA:2+SBRL+JM+261120:0900+9'UNH+1+CUSCAR:D:95B:UN'BGM+85+BROKEN+9'CNI+1+PAGE5'GID+1+X:CT'UNT+9+1'UNZ+1+9'`
    )
  )
  const manager = await place.as('watch_list_manager')
  const created = await manager.post(`${place.path}/watch-lists`, {
    code: 'boxes',
    name: 'Boxes of interest',
    description: 'Seen at earlier findings',
  })
  await manager.post(`${created.location}/entries`, {
    kind: 'equipment',
    value: 'CSQU3054383',
    reason: 'Floor rebuilt',
    validFrom: '',
    validUntil: '',
  })
  const { ids, invitation } = await layAccess(place)
  const administrator = await place.as('administrator')
  const made = async (kind: string, body: object) =>
    (await administrator.post(`${place.path}/administration/${kind}`, body)).location!.replace(place.path, '')
  const unit = await made('units', { code: 'HARBOUR', name: 'Harbour unit', ports: ['JMKIN'], threats: ['NAR', 'ARM'] })
  const site = await made('sites', { code: 'YARD', name: 'Examination yard', port: 'JMKIN', kind: 'yard' })
  const agency = await made('agencies', { code: 'POLICE', name: 'Harbour police', kind: 'police' })
  await administrator.post(`${place.path}${agency}/members`, { officer: place.officers.partner!.id })
  const work = await furnishWork(place, site.slice(site.lastIndexOf('/') + 1), 'PAGE1')
  const one = (sql: string) => place.run(async () => (await firstRow<{ id: string }>(sql))!.id)
  const referral = await referSomething(
    place,
    agency.slice(agency.lastIndexOf('/') + 1),
    await consignmentId(place, 'PAGE1')
  )
  await sealBacklog(place.administration)
  return {
    place,
    invitation: ['invitation', `/invitations/${invitation}`],
    letters: await furnishLetters(place),
    screens: {
      ...work,
      partner: [
        ['referrals', '/referrals'],
        ['referral', `/referrals/${referral}`],
      ],
      supervisor: [
        ...work.supervisor!,
        ['arrivals', '/arrivals'],
        ['arrivals-closed', '/arrivals?call=none'],
        ['triage', '/triage'],
        ['triage-empty', '/triage?view=dismissed'],
        ['consignment', `/consignments/${await consignmentId(place, 'PAGE1')}`],
        ['consignment-low', `/consignments/${await consignmentId(place, 'PAGE4')}`],
        ['conveyance', `/conveyances/${await one(`select id from tenant.calls order by id limit 1`)}`],
        ['conveyance-new', '/conveyances/new'],
        ['messages', '/messages'],
        ['message', `/messages/${await one(`select id from tenant.received_messages order by id desc limit 1`)}`],
        ['users', '/administration/users'],
        ['sessions', '/sessions'],
        ['account', '/account'],
        ['notifications', '/notifications'],
        ['notification-rules', '/notifications/rules'],
      ],
      administrator: [
        ['users-administrator', '/administration/users'],
        ['user', `/administration/users/${place.officers.analyst!.id}`],
        ['user-invited', `/administration/users/${ids.invitee}`],
        ['roles', '/administration/roles'],
        ['role', `/administration/roles/${ids.analystRole}`],
        ['who', '/administration/who?permission=alerts.triage'],
        ['units', '/administration/units'],
        ['unit', unit],
        ['site', site],
        ['agency', agency],
        ['administration-notifications', '/administration/notifications'],
        ['senders', '/administration/senders'],
        ['sender', `/administration/senders/${await one(`select id from tenant.senders order by id limit 1`)}`],
        ['plugins', '/administration/plugins'],
        ['plugin', '/administration/plugins/guatemala'],
      ],
      data_steward: [
        ['upload-empty', '/uploads/new'],
        ['plugin-page', '/plugins/guatemala/reading'],
      ],
      profile_author: [
        ['profiles', '/profiles'],
        ['profile', `/profiles/${await one(`select id from tenant.profiles order by id limit 1`)}`],
        ['reference-lists', '/reference-lists'],
        ['reference-list', '/reference-lists/source_countries'],
      ],
      watch_list_manager: [
        ['watch-lists', '/watch-lists'],
        ['watch-list', `/watch-lists/${await one(`select id from tenant.watch_lists limit 1`)}`],
      ],
    },
  }
}
