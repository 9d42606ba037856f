import { loadOfficer, type Officer } from '#platform/access/officer'
import { recordAction } from '#platform/audit/record'
import { faultOf } from '#platform/faults/fault'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import logger from '@adonisjs/core/services/logger'
import { MOST_ATTEMPTS } from '../codes.js'
import { mayAskCourtFile } from '../may_open.js'
import { makeVersion, type TakenFile } from './make_version.js'

/** A worker that died at it is not waited for longer. */
const STALE = `interval '5 minutes'`

/** Makes the version that waits longest; true when there was one. */
export async function makeNextCourtFile(): Promise<boolean> {
  const file = await take()
  if (!file) return false
  const officer = await loadOfficer(file.askedBy)
  if (!officer || !mayAskCourtFile(officer)) {
    await fail(file, 'not_permitted')
    return true
  }
  try {
    const made = await asOfficer(officer, () => makeVersion(file, officer))
    if (!made) await fail(file, 'not_permitted')
  } catch (error) {
    const ours = faultOf(error) !== null
    if (!ours) logger.error({ err: error, file: file.id }, 'a court file could not be made')
    if (!ours && file.attempts >= MOST_ATTEMPTS) await fail(file, 'broken')
    else await giveBack(file.id)
    if (ours) throw error
  }
  return true
}

/** With the rights, the units and the name of who asked (SECURITY T20). */
const asOfficer = <T>(officer: Officer, work: () => Promise<T>): Promise<T> =>
  tenancy.run({ ...tenancy.current(), actor: { kind: 'officer', id: officer.id }, scope: officer.scope }, work)

/** The version gets its number when it is begun, and gives it back when it fails: a number that is missing would look torn out. */
const take = (): Promise<TakenFile | null> =>
  unitOfWork(async () => {
    const file = await firstRow<TakenFile>(
      `update tenant.court_files f set state = 'making', started_at = now(), attempts = f.attempts + 1,
              version = coalesce((select max(x.version) from tenant.court_files x where x.case_id = f.case_id and x.state = 'made'), 0) + 1
        where f.id = (select w.id from tenant.court_files w
                where w.state = 'waiting' or (w.state = 'making' and w.started_at < now() - ${STALE})
                order by w.asked_at, w.id limit 1 for update skip locked)
        returning f.id, f.case_id as "caseId", f.version, f.locale, f.basis, f.reference, f.purpose, f.recipient, f.with_notes as "withNotes",
                  f.asked_by as "askedBy", f.asked_at as "askedAt", f.attempts`
    )
    if (file) await notifyLive('case:changed', file.caseId)
    return file
  })

const giveBack = (id: string) =>
  execute(
    `update tenant.court_files set state = 'waiting', version = null, started_at = null where id = ? and state = 'making'`,
    [id]
  )

const fail = (file: TakenFile, failure: 'not_permitted' | 'broken') =>
  unitOfWork(async () => {
    await execute(
      `update tenant.court_files set state = 'failed', version = null, failure = ? where id = ? and state = 'making'`,
      [failure, file.id]
    )
    await recordAction({
      action: 'court_file.failed',
      subject: { kind: 'case', id: file.caseId },
      data: { file: file.id, failure },
    })
    await notifyLive('case:changed', file.caseId)
  })
