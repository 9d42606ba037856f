import env from '#start/env'
import { recordAction } from '#platform/audit/record'
import { allowedAddresses } from '#platform/egress/addresses'
import { post, type Posted } from '#platform/egress/post'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { changed, subjectOf, troubled, type About } from '../about.js'
import type { InstructionKind } from '../codes.js'
import { MOST_ATTEMPTS, retryAfter } from '../schedule.js'
import { unsealSecrets } from '../system_secret.js'
import { bodyOf, signedHeaders } from '../webhook.js'

/** Sent at the same time; a batch takes no longer than its slowest receiver may. */
const BATCH = 16
/** A delivery that was begun this long ago and not ended was begun by a worker that died. */
const LEASE_MS = 60_000

/** A later instruction of a case or an order waits behind an earlier one: nobody is told of a release before the hold. */
const NEXT = `w.state in ('waiting','sending') and s.enabled and not exists (
    select 1 from tenant.instruction_deliveries e join tenant.instructions j on j.tenant_id = e.tenant_id and j.id = e.instruction_id
     where e.tenant_id = w.tenant_id and e.system_id = w.system_id and (j.case_id = i.case_id or j.order_id = i.order_id)
       and e.state in ('waiting','sending') and e.id < w.id)`
const FROM = `from tenant.instruction_deliveries w
  join tenant.instructions i on i.tenant_id = w.tenant_id and i.id = w.instruction_id
  join tenant.connected_systems s on s.tenant_id = w.tenant_id and s.id = w.system_id`

interface Leaving extends About {
  id: string
  systemId: string
  instructionId: string
  kind: InstructionKind
  attempts: number
  url: string
  secret: Buffer | null
  former: Buffer | null
}

/** Sends what is due; says whether more is, and when the next is to be tried. */
export async function deliverInstructions(now: Date): Promise<{ next: Date | null; more: boolean }> {
  const leaving = await takeDue(now)
  const sent = await Promise.all(leaving.map((each) => send(each, now)))
  for (const [index, each] of leaving.entries()) await settle(each, sent[index]!, now)
  const waiting = await firstRow<{ next: Date | null }>(`select min(w.next_at) as next ${FROM} where ${NEXT}`)
  const next = waiting?.next ?? null
  return { next, more: next !== null && next <= now }
}

/** Marked as leaving before they leave: two workers never send the same one. */
const takeDue = (now: Date): Promise<Leaving[]> =>
  rows(
    `update tenant.instruction_deliveries d set state = 'sending', attempts = d.attempts + 1, next_at = ?
       from (select w.id, i.case_id, i.order_id, i.kind, s.url, s.secret,
                    case when s.former_until > now() then s.former_secret end as former ${FROM}
              where ${NEXT} and w.next_at <= ? order by w.next_at, w.id limit ? for update of w skip locked) due
      where d.id = due.id
      returning d.id, d.system_id as "systemId", d.instruction_id as "instructionId", due.case_id as "caseId",
                due.order_id as "orderId", due.kind, d.attempts,
                due.url, due.secret, due.former`,
    [new Date(now.getTime() + LEASE_MS), now, BATCH]
  )

type Sent = Posted | { ok: false; why: 'no_secret' }

async function send({ id, systemId, instructionId, kind, url, secret, former }: Leaving, now: Date): Promise<Sent> {
  const secrets = await unsealSecrets(systemId, [secret, former])
  if (secrets.length === 0) return { ok: false, why: 'no_secret' }
  const body = bodyOf(`instruction.${kind}`, now, instructionId)
  return post(url, {
    headers: signedHeaders(id, new Date(), body, secrets),
    body,
    allowed: allowedAddresses(env.get('LANDFALL_EGRESS_ALLOW')),
  })
}

/** Answers that no later attempt would change: 410 Gone, and what we refuse to send ourselves. */
const FINAL: ReadonlySet<string> = new Set(['gone', 'no_secret', 'url_refused', 'address_refused'])

async function settle(leaving: Leaving, sent: Sent, now: Date): Promise<void> {
  const { id, attempts } = leaving
  const status = sent.ok ? sent.status : null
  await unitOfWork(async () => {
    if (status !== null && status >= 200 && status < 300) {
      await execute(
        `update tenant.instruction_deliveries set state = 'delivered', delivered_at = ?, status = ?, error = null where id = ? and state = 'sending'`,
        [now, status, id]
      )
    } else {
      const why = sent.ok ? (status === 410 ? 'gone' : 'status') : sent.why
      const dead = FINAL.has(why) || attempts >= MOST_ATTEMPTS
      const settled = await execute(
        `update tenant.instruction_deliveries set state = ?, status = ?, error = ?, next_at = ?, told_at = case when ? then ? else told_at end
          where id = ? and state = 'sending'`,
        [dead ? 'dead' : 'waiting', status, why, new Date(now.getTime() + retryAfter(attempts)), dead, now, id]
      )
      if (dead && settled > 0) await giveUp(leaving, why)
    }
    await changed(leaving)
  })
}

async function giveUp(leaving: Leaving, why: string): Promise<void> {
  await recordAction({
    action: 'instruction.given_up',
    subject: subjectOf(leaving),
    data: { delivery: leaving.id, system: leaving.systemId, why },
  })
  await troubled(leaving)
}
