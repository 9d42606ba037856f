import { confirmRequest } from '#app/administration/actions/access/decide_request'
import { endWaiver } from '#app/administration/actions/access/end_waiver'
import { proposeChange } from '#app/administration/actions/access/propose_change'
import { createRole } from '#app/administration/actions/roles/create_role'
import { inviteOfficer } from '#app/administration/actions/users/invite_officer'
import { newToken, printToken, secretHash } from '#platform/access/secret_token'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import type { Place } from './world.js'

export const SECOND_ADMINISTRATOR = 'second_administrator'

/** People, roles and requests of the attacked world. */
export interface AccessIds {
  /** An officer without roles. */
  colleague: string
  /** Invited, and what waits for him. */
  invitee: string
  analystRole: string
  /** A role that nobody holds. */
  spareRole: string
  request: string
  otherRequest: string
}

const WAIVED = 'Two people decided it for this small office'

export const roleOf = async (place: Place, code: string): Promise<string> =>
  (await place.run(() => firstRow<{ id: string }>(`select id from tenant.roles where code = ?`, [code])))!.id

export const waitingRequest = (place: Place, subject: string) =>
  place.run(() =>
    firstRow<{ id: string; hash: string }>(
      `select id, content_hash as hash from tenant.grant_requests where subject_id = ? and state = 'waiting'`,
      [subject]
    )
  )

/** An invited officer. */
export async function invite(place: Place, email: string): Promise<string> {
  const invited = await place.run(
    () =>
      inviteOfficer(
        { email, name: email, locale: 'en', roles: [], units: [], sites: [], samePersonAs: null },
        place.officers.administrator!.id
      ),
    'administrator'
  )
  if (!invited.ok) throw new Error('nobody was invited')
  return invited.value.id
}

/** The link of an officer's invitation, as the drain that mails it would make it. */
export async function tokenOf(place: Place, officer: string): Promise<string> {
  const token = newToken()
  await place.run(() =>
    execute(
      `update tenant.invitations set kid = ?, secret_hash = ?, mailed_at = now()
        where officer_id = ? and used_at is null and revoked_at is null`,
      [token.kid, secretHash(token.secret), officer]
    )
  )
  return printToken('inv', token)
}

/** Fills the tables of access through the real actions. */
export async function layAccess(place: Place): Promise<{ ids: AccessIds; requestHash: string; invitation: string }> {
  await place.hire(SECOND_ADMINISTRATOR, 'administrator')
  const first = place.officers.administrator!.id
  const second = place.officers[SECOND_ADMINISTRATOR]!.id
  const colleague = (await place.hire('colleague', null)).id
  const [invitee, welcome] = [await invite(place, 'invitee@example.test'), await invite(place, 'welcome@example.test')]
  const administrator = await roleOf(place, 'administrator')
  for (const officer of [colleague, invitee])
    await place.run(
      () => proposeChange({ kind: 'officer_roles', officer, before: [], after: [administrator] }, first),
      'administrator'
    )
  for (const conflict of ['auditor_acts', 'administrator_approver']) {
    await place.run(() => proposeChange({ kind: 'conflict_waiver', conflict, reason: WAIVED }, first), 'administrator')
    const { id, hash } = (await waitingRequest(place, conflict))!
    await place.run(() => confirmRequest(id, hash, second), SECOND_ADMINISTRATOR)
  }
  await place.run(() => endWaiver('auditor_acts', first), 'administrator')
  const spare = await place.run(() =>
    createRole({ name: 'Spare', description: 'of nobody', from: 'template:inspector' })
  )
  if (!spare.ok) throw new Error('no role')
  await place.run(async () => {
    await execute(`update tenant.officers set same_person_as = ? where id = ?`, [place.officers.inspector!.id, invitee])
    await execute(
      `insert into tenant.officer_handovers (tenant_id, id, officer_id, kind, subject_id) values (?, ?, ?, 'alert', ?)`,
      [place.administration.id, uuidv7(), colleague, uuidv7()]
    )
  })
  const [request, other] = [(await waitingRequest(place, colleague))!, (await waitingRequest(place, invitee))!]
  return {
    requestHash: request.hash,
    invitation: await tokenOf(place, welcome),
    ids: {
      colleague,
      invitee,
      analystRole: await roleOf(place, 'analyst'),
      spareRole: spare.value,
      request: request.id,
      otherRequest: other.id,
    },
  }
}
