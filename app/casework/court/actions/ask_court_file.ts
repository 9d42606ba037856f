import { err, ok, type Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, type Failure } from '#platform/http/failure'
import { notifyLive } from '#platform/live/notify'
import { ring } from '#platform/queue/doorbell'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { lockCase } from '../../cases/queries/get_case.js'
import type { LawfulBasis } from '../../lawful_bases.js'
import { MOST_VERSIONS, type CourtPurpose } from '../codes.js'

export interface CourtFileWanted {
  locale: string
  basis: LawfulBasis
  reference: string
  purpose: CourtPurpose
  recipient: string
  withNotes: boolean
}

/**
 * Asks for the next version. The case stays as it is, so one that is closed is written out too; one version is
 * made at a time, so that each knows the one before.
 */
export async function askCourtFile(
  caseId: string,
  wanted: CourtFileWanted,
  officer: Officer
): Promise<Result<string, Failure>> {
  return unitOfWork(async () => {
    if (!(await lockCase(caseId))) return err({ kind: 'not_found' })
    const so = await firstRow<{ waiting: boolean; versions: number }>(
      `select coalesce(bool_or(state in ('waiting','making')), false) as waiting, count(version)::int as versions
         from tenant.court_files where case_id = ?`,
      [caseId]
    )
    if (so!.waiting) return err(conflict('court.refused_waiting'))
    if (so!.versions >= MOST_VERSIONS) return err(conflict('court.refused_full', { most: MOST_VERSIONS }))
    const id = uuidv7()
    const { locale, basis, reference, purpose, recipient, withNotes } = wanted
    await execute(
      `insert into tenant.court_files (tenant_id, id, case_id, locale, basis, reference, purpose, recipient, with_notes, asked_by)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        tenancy.current().administration.id,
        id,
        caseId,
        locale,
        basis,
        reference,
        purpose,
        recipient,
        withNotes,
        officer.id,
      ]
    )
    await recordAction({
      action: 'court_file.asked',
      subject: { kind: 'case', id: caseId },
      data: { file: id, basis, purpose, notes: withNotes, locale },
    })
    await notifyLive('case:changed', caseId)
    await ring('court_files')
    return ok(id)
  })
}
