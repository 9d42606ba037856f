import type { HttpContext } from '@adonisjs/core/http'
import { openAttachment } from '#platform/attachments/attachments'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { answerFile } from '#platform/http/answer_file'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { readUpload } from '#platform/http/read_upload'
import { firstRow } from '#platform/tenancy/database'
import { getCase } from '../queries/get_case.js'

const subjectOf = ({ id }: { id: string }) => ({ kind: 'case', id })

/** Documents and photographs of a case, kept while it is open. */
export default class CaseFilesController {
  async store(ctx: HttpContext) {
    const study = found(await getCase(ctx.params.id))
    const file = await readUpload(ctx)
    if (!file.ok) return answerFailure(ctx, file.error)
    const kept = await keepAttachment(subjectOf(study), { ...file.value, about: null, officerId: ctx.officer.id }, () =>
      isOpen(study.id)
    )
    if (!kept.ok) return answerFailure(ctx, kept.error)
    return answerDone(ctx, `/a/${ctx.administration!.code}/cases/${study.id}`, sentence('cases.done_attached'))
  }

  async show(ctx: HttpContext) {
    const study = found(await getCase(ctx.params.id))
    const { attachment, bytes } = found(await openAttachment(subjectOf(study), ctx.params.attachment))
    return answerFile(ctx, attachment, bytes)
  }
}

/** Held until the file is in: a case that is closed meanwhile takes no more. */
const isOpen = async (caseId: string): Promise<boolean> =>
  (await firstRow(`select 1 from tenant.cases where id = ? and open for share`, [caseId])) !== null
