import mail from '@adonisjs/mail/services/main'
import { headerSlot } from '#platform/mail/header_slot'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { composeMail, type MailDetail, type MailLine } from '../compose_mail.js'
import { REFUSED_ATTEMPTS, retryAfter } from '../gathering.js'

const BATCH = 100
/** A mail that was begun this long ago and not ended was begun by a worker that died. */
const LEASE_MS = 5 * 60_000

type Failure = 'unreachable' | 'refused' | 'header'
type Outcome = 'sent' | Failure

interface Leaving {
  id: string
  kind: string
  attempts: number
  email: string
  locale: string
}

/** Sends what is due; returns whether more is, and when the next is to be tried. */
export async function sendMails(now: Date): Promise<{ next: Date | null; more: boolean }> {
  const leaving = await takeDue(now)
  for (const [index, each] of leaving.entries()) {
    if ((await send(each, now)) !== 'unreachable') continue
    // Nobody answers: the rest of the batch is not made to wait for one time-out each.
    await postpone(leaving.slice(index + 1), now)
    break
  }
  const waiting = await firstRow<{ next: Date | null }>(
    `select min(next_at) as next from tenant.notification_mails where state in ('waiting','sending')`
  )
  return { next: waiting?.next ?? null, more: leaving.length === BATCH }
}

/** Marked as leaving before they leave: two workers never send the same one. */
const takeDue = (now: Date): Promise<Leaving[]> =>
  rows<Leaving>(
    `update tenant.notification_mails m set state = 'sending', attempts = m.attempts + 1, next_at = ?
       from (select d.id, o.email, o.locale from tenant.notification_mails d
               join tenant.officers o on o.id = d.officer_id
              where d.state in ('waiting','sending') and d.next_at <= ?
              order by d.next_at, d.id limit ? for update of d skip locked) due
      where m.id = due.id returning m.id, m.kind, m.attempts, due.email, due.locale`,
    [new Date(now.getTime() + LEASE_MS), now, BATCH]
  )

async function send(leaving: Leaving, now: Date): Promise<Outcome> {
  try {
    const { administration } = tenancy.current()
    const { subject, text } = composeMail(leaving.kind, await linesOf(leaving.id), {
      locale: leaving.locale,
      administration,
      detail: await detailOf(),
    })
    await mail.send((message) => {
      // The same id however often it is tried: what arrived twice is recognised as one.
      message.messageId(`<${leaving.id}@landfall>`).to(headerSlot(leaving.email)).subject(subject).text(text)
    })
    await execute(`update tenant.notification_mails set state = 'sent', sent_at = ?, error = null where id = ?`, [
      now,
      leaving.id,
    ])
    return 'sent'
  } catch (error) {
    const why = reasonOf(error)
    await failed(leaving, now, why)
    return why
  }
}

const linesOf = (mailId: string): Promise<MailLine[]> =>
  rows<MailLine>(
    `select kind, sum(count)::int as count, port, berth_at as "berthAt" from tenant.notifications
      where mail_id = ? group by kind, port, berth_at order by kind, port, berth_at`,
    [mailId]
  )

const detailOf = async (): Promise<MailDetail> =>
  (await firstRow<{ mail_detail: MailDetail }>(`select mail_detail from tenant.settings`))?.mail_detail ?? 'counts'

/** A server that is away is waited for; one that refuses this mail is asked a few times more. */
async function failed({ id, attempts }: Leaving, now: Date, why: Failure): Promise<void> {
  const dead = why !== 'unreachable' && attempts >= REFUSED_ATTEMPTS
  await execute(`update tenant.notification_mails set state = ?, error = ?, next_at = ? where id = ?`, [
    dead ? 'dead' : 'waiting',
    why,
    new Date(now.getTime() + retryAfter(attempts)),
    id,
  ])
}

/** Back in the line as if they had not been taken. */
async function postpone(untried: readonly Leaving[], now: Date): Promise<void> {
  await execute(
    `update tenant.notification_mails set state = 'waiting', attempts = attempts - 1, next_at = ? where id = any (?::uuid[])`,
    [new Date(now.getTime() + retryAfter(1)), `{${untried.map(({ id }) => id).join(',')}}`]
  )
}

/** A word of ours, never the server's text: that may name the recipient. */
function reasonOf(error: unknown): Failure {
  const cause = (error as { cause?: unknown }).cause ?? error
  const { code, responseCode } = cause as { code?: string; responseCode?: number }
  if (code === 'E_MAIL_HEADER') return 'header'
  return responseCode !== undefined && responseCode >= 500 ? 'refused' : 'unreachable'
}
