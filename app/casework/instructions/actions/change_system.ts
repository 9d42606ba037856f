import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { readUrl } from '#platform/egress/post'
import { conflict, invalid, type Failure } from '#platform/http/failure'
import { ring } from '#platform/queue/doorbell'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { InstructionKind, SystemKind } from '../codes.js'
import { sealSecret } from '../system_secret.js'
import { newSecret } from '../webhook.js'

export interface SystemTerms {
  name: string
  kind: SystemKind
  url: string
  hears: readonly InstructionKind[]
  /** None: cargo of every port. */
  ports: readonly string[]
  /** Until an officer is told that nobody answered. */
  answerMinutes: number
}

const subjectOf = (id: string) => ({ kind: 'connected_system', id })
const valuesOf = ({ name, kind, url, hears, ports, answerMinutes }: SystemTerms) => [
  name,
  kind,
  url,
  hears,
  ports,
  answerMinutes,
]

/** A system that will be told of instructions; it is switched on once it has a secret. */
export async function connectSystem(terms: SystemTerms, officerId: string): Promise<Result<string, Failure>> {
  if (!readUrl(terms.url)) return err(invalid('url', 'systems.url_refused'))
  const id = uuidv7()
  return unitOfWork(async () => {
    const made = await execute(
      `insert into tenant.connected_systems (tenant_id, id, name, kind, url, hears, ports, answer_minutes, created_by)
       values (?, ?, ?, ?, ?, ?::text[], ?::text[], ?, ?) on conflict (tenant_id, name) do nothing`,
      [tenancy.current().administration.id, id, ...valuesOf(terms), officerId]
    )
    if (made === 0) return err(invalid('name', 'systems.name_taken'))
    await recordAction({ action: 'system.connected', subject: subjectOf(id), data: { kind: terms.kind } })
    return ok(id)
  })
}

export async function changeSystem(
  id: string,
  terms: SystemTerms & { enabled: boolean }
): Promise<Result<null, Failure>> {
  if (!readUrl(terms.url)) return err(invalid('url', 'systems.url_refused'))
  return unitOfWork(async () => {
    const system = await firstRow<{ ready: boolean; taken: boolean }>(
      `select s.secret is not null as ready,
              exists (select 1 from tenant.connected_systems o where o.tenant_id = s.tenant_id and o.name = ? and o.id <> s.id) as taken
         from tenant.connected_systems s where s.id = ? for update`,
      [terms.name, id]
    )
    if (!system) return err({ kind: 'not_found' })
    if (system.taken) return err(invalid('name', 'systems.name_taken'))
    if (terms.enabled && !system.ready) return err(conflict('systems.secret_first'))
    await execute(
      `update tenant.connected_systems set name = ?, kind = ?, url = ?, hears = ?::text[], ports = ?::text[], answer_minutes = ?,
              enabled = ?, changed_at = now() where id = ?`,
      [...valuesOf(terms), terms.enabled, id]
    )
    await recordAction({
      action: 'system.changed',
      subject: subjectOf(id),
      data: { kind: terms.kind, hears: terms.hears, ports: terms.ports, enabled: terms.enabled },
    })
    // What waited while it was switched off goes now.
    if (terms.enabled) await ring('instructions')
    return ok(null)
  })
}

/** A new secret, returned this once. The one before signs beside it for a day, so that nobody misses an instruction. */
export async function renewSecret(id: string): Promise<string | null> {
  const secret = newSecret()
  return unitOfWork(async () => {
    const changed = await execute(
      `update tenant.connected_systems set former_secret = secret, former_until = now() + interval '24 hours', secret = ?, changed_at = now()
        where id = ?`,
      [await sealSecret(id, secret), id]
    )
    if (changed === 0) return null
    await recordAction({ action: 'system.secret_made', subject: subjectOf(id) })
    return secret
  })
}
