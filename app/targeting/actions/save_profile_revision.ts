import type { IndicatorRegistry } from '#core/indicators/registry'
import { err, ok, type Result } from '#core/kernel/result'
import { announce } from '#platform/events/announce'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { conflict, sentence, type AuthoringFailure } from '../authoring_failure.js'
import { documentHash } from '../document_hash.js'
import { draftProblems } from '../profile_problems.js'

export interface NewRevision {
  profileId: string
  /** The newest revision the author saw. */
  base: number
  document: unknown
  note: string | null
}

/** Stores a document as the next revision, a draft. Revisions never change: a correction is the next one. */
export async function saveProfileRevision(
  input: NewRevision,
  registry: IndicatorRegistry,
  officerId: string
): Promise<Result<number, AuthoringFailure>> {
  const problems = draftProblems(input.document, registry)
  if (problems.length > 0) {
    const fields = Object.fromEntries(
      problems.map(({ path, because, params }) => [
        path === '' ? 'document' : `document.${path}`,
        sentence(because, params),
      ])
    )
    return err({
      kind: 'invalid',
      fields: { document: sentence('authoring.document_problems', { count: problems.length }), ...fields },
    })
  }
  return unitOfWork(async () => {
    await firstRow(`select id from tenant.profiles where id = ? for update`, [input.profileId])
    const saved = await execute(
      `insert into tenant.profile_revisions (tenant_id, id, profile_id, revision, document, document_hash, note, created_by)
       select ?::uuid, ?::uuid, r.profile_id, max(r.revision) + 1, ?::jsonb, ?, ?, ?::uuid
         from tenant.profile_revisions r where r.profile_id = ? group by r.profile_id having max(r.revision) = ?`,
      [
        tenancy.current().administration.id,
        uuidv7(),
        JSON.stringify(input.document),
        documentHash(input.document),
        input.note,
        officerId,
        input.profileId,
        input.base,
      ]
    )
    if (saved === 0) return err(conflict('authoring.profile_changed'))
    await recordAction({
      action: 'profile.revised',
      subject: { kind: 'profile', id: input.profileId },
      data: { revision: input.base + 1, document: documentHash(input.document) },
    })
    await announce('profile:draft_saved', { profile: input.profileId, by: officerId })
    return ok(input.base + 1)
  })
}
