import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { recordAction } from '#platform/audit/record'
import { exportChain } from '#platform/audit/verify/export_chain'
import { found } from '#platform/http/answers'
import { tenancy } from '#platform/tenancy/tenant_context'
import { findStretch } from '../queries/find_stretch.js'
import { insideContext } from '../inside_context.js'
import { readAuditQuery } from '../validators/audit_query.js'

/** The entries of a period with everything that proves them, as a file and never as a page. */
export default class ProofsController {
  async show({ request, response, officer, administration }: HttpContext) {
    const { from, to } = readAuditQuery(request.qs()).filter
    const stretch = found(await findStretch(from, to))
    await recordAction({
      action: 'audit.exported',
      data: { from, to, first_seq: stretch.firstSeq, last_seq: stretch.lastSeq, complete: false },
    })
    const context = tenancy.current()
    const mark = {
      madeAt: new Date(),
      by: { kind: 'officer', id: officer.id, name: officer.name },
      request: context.correlationId,
      filter: { from, to },
    }
    const name = ['landfall-audit', administration!.code, from ?? 'start', to ?? 'now'].join('-')
    response.header('content-type', 'application/octet-stream')
    response.header('content-disposition', `attachment; filename="${name}.jsonl"`)
    response.header('content-security-policy', `sandbox; default-src 'none'`)
    return response.stream(Readable.from(insideContext(context, exportChain(administration!, mark, stretch))))
  }
}
