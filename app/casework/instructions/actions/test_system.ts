import limiter from '@adonisjs/limiter/services/main'
import env from '#start/env'
import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { allowedAddresses } from '#platform/egress/addresses'
import { post, type Posted } from '#platform/egress/post'
import { conflict, type Failure } from '#platform/http/failure'
import { firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { unsealSecrets } from '../system_secret.js'
import { bodyOf, signedHeaders } from '../webhook.js'

/** SECURITY section 4, rate limits: an administrator does not probe networks with us. */
const AN_HOUR = 10

interface Tested {
  url: string
  secret: Buffer | null
}

/** Sends a signed message of type `test` at once; only its status and time come back, never what was answered. */
export async function testSystem(id: string): Promise<Result<Posted, Failure>> {
  const system = await firstRow<Tested>(`select url, secret from tenant.connected_systems where id = ?`, [id])
  if (!system) return err({ kind: 'not_found' })
  const secrets = await unsealSecrets(id, [system.secret])
  if (secrets.length === 0) return err(conflict('systems.secret_first'))
  const counter = limiter.use({ requests: AN_HOUR, duration: '1 hour' })
  if (!(await counter.attempt(`webhook-test:${tenancy.current().administration.id}`, () => true)))
    return err(conflict('systems.too_many_tests'))
  const now = new Date()
  const body = bodyOf('test', now, null)
  const posted = await post(system.url, {
    headers: signedHeaders(uuidv7(), now, body, secrets),
    body,
    allowed: allowedAddresses(env.get('LANDFALL_EGRESS_ALLOW')),
  })
  await recordAction({
    action: 'system.tested',
    subject: { kind: 'connected_system', id },
    data: posted.ok ? { status: posted.status } : { why: posted.why },
  })
  return ok(posted)
}
