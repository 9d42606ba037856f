import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { getCase } from '../../cases/queries/get_case.js'
import { askCourtFile } from '../actions/ask_court_file.js'
import { openCourtFile } from '../actions/open_court_file.js'
import { courtFileValidator } from '../validators/court_files.js'

/** The court file of a case: asked for here, made by the worker, handed out as it was made. */
export default class CourtFilesController {
  async store(ctx: HttpContext) {
    const { officer, params, administration } = ctx
    const asked = await askCourtFile(params.id, await readInput(ctx, courtFileValidator, 'cases'), officer)
    if (!asked.ok) return answerFailure(ctx, asked.error)
    return answerDone(ctx, `/a/${administration!.code}/cases/${params.id}`, sentence('court.done_asked'))
  }

  async show({ officer, params, response }: HttpContext) {
    const study = found(await getCase(params.id))
    const { name, bytes } = found(await openCourtFile(study.id, params.file, officer))
    response.header('content-type', 'application/pdf')
    response.header('x-content-type-options', 'nosniff')
    response.header('content-disposition', `attachment; filename="${name}"`)
    response.header('content-security-policy', `sandbox; default-src 'none'`)
    response.header('cache-control', 'private, no-store')
    return response.send(bytes)
  }
}
