import type { Threat } from '#core/indicators/definition'
import { normaliseText } from '#core/matching/normalise_text'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { documentHash } from '../document_hash.js'
import { emptyDocument } from '../profile_words.js'

/** A profile with an empty draft as its revision 1. Nothing is weighed by it before publication. */
export async function createProfile(input: { name: string; threat: Threat }, officerId: string): Promise<string> {
  const tenant = tenancy.current().administration.id
  const id = uuidv7()
  const document = emptyDocument(input.threat)
  await unitOfWork(async () => {
    await execute(
      `insert into tenant.profiles (tenant_id, id, code, name, threat, created_by) values (?, ?, ?, ?, ?, ?)`,
      [tenant, id, codeOf(input.name, id), input.name, input.threat, officerId]
    )
    await execute(
      `insert into tenant.profile_revisions (tenant_id, id, profile_id, revision, document, document_hash, created_by)
       values (?, ?, ?, 1, ?::jsonb, ?, ?)`,
      [tenant, uuidv7(), id, JSON.stringify(document), documentHash(document), officerId]
    )
    await recordAction({ action: 'profile.created', subject: { kind: 'profile', id }, data: { threat: input.threat } })
  })
  return id
}

/** Readable in assessments, and unique by the end of the id. */
const codeOf = (name: string, id: string) =>
  `${normaliseText(name).toLowerCase().replaceAll(' ', '_').slice(0, 40)}_${id.slice(-6)}`
