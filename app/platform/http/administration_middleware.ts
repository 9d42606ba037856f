import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { directory } from '#platform/tenancy/directory'
import { AdministrationUnknown } from '#platform/tenancy/errors'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    administration: Administration | undefined
  }
}

/** `/a/<code>/…`: everything behind it runs inside that administration. */
export default class AdministrationMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const administration = await directory.byCode(String(ctx.params.code))
    if (!administration || administration.state === 'suspended') throw new AdministrationUnknown()
    ctx.administration = administration
    const correlationId = ctx.request.id() ?? randomUUID()
    return tenancy.run({ administration, actor: { kind: 'system', id: 'web' }, correlationId }, () => next())
  }
}
