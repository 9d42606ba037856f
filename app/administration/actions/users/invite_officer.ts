import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { proposeChange } from '../access/propose_change.js'
import { issueInvitation } from './issue_invitation.js'
import { placeOfficer } from '../places/place_officer.js'

export interface Invitee {
  email: string
  name: string
  locale: string
  roles: readonly string[]
  units: readonly string[]
  sites: readonly string[]
  /** The first account of the same person, where this is the second one. */
  samePersonAs: string | null
}

class Refused extends Error {
  constructor(readonly failure: Failure) {
    super('refused')
  }
}

/** A new officer who cannot sign in before accepting; roles that need a second person wait for one. */
export async function inviteOfficer(
  input: Invitee,
  actorId: string
): Promise<Result<{ id: string; roles: 'done' | 'waits' }, Failure>> {
  try {
    return ok(await unitOfWork(() => invite(input, actorId)))
  } catch (error) {
    // What is refused half-way takes the officer with it.
    if (error instanceof Refused) return err(error.failure)
    throw error
  }
}

async function invite(input: Invitee, actorId: string) {
  const person = await personOf(input.samePersonAs)
  const id = uuidv7()
  const created = await execute(
    `insert into tenant.officers (tenant_id, id, email, name, locale, state, same_person_as) values (?, ?, ?, ?, ?, 'invited', ?)
     on conflict (tenant_id, email) do nothing`,
    [tenancy.current().administration.id, id, input.email, input.name, input.locale, person]
  )
  if (created === 0) throw new Refused(invalid('email', 'administration.email_taken'))
  await recordAction({ action: 'officer.invited', subject: { kind: 'officer', id }, data: { samePersonAs: person } })
  const roles =
    input.roles.length === 0
      ? ok('done' as const)
      : await proposeChange({ kind: 'officer_roles', officer: id, before: [], after: input.roles }, actorId)
  if (!roles.ok) throw new Refused(roles.error)
  const placed = await placeOfficer(id, input)
  if (!placed.ok) throw new Refused(placed.error)
  await issueInvitation(id, actorId)
  return { id, roles: roles.value }
}

/** The first account of a person: second accounts name it and never each other. */
async function personOf(officerId: string | null): Promise<string | null> {
  if (officerId === null) return null
  const first = await firstRow<{ id: string }>(
    `select coalesce(same_person_as, id) as id from tenant.officers where id = ? and sender_id is null`,
    [officerId]
  )
  if (!first) throw new Refused(invalid('samePersonAs', 'administration.messages.enum'))
  return first.id
}
