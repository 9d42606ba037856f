import { firstRow, rows } from '#platform/tenancy/database'
import type { MailDetail } from '../compose_mail.js'

export interface FailedMail {
  id: string
  officer: string
  kind: string
  state: 'waiting' | 'dead'
  attempts: number
  error: string
  createdAt: Date
  nextAt: Date
}

export interface MailState {
  detail: MailDetail
  waiting: number
  sentToday: number
  /** Given up, or tried and not yet gone; newest first, at most 200. */
  failed: FailedMail[]
}

/** How the mails of this administration fare. */
export async function getMailState(): Promise<MailState> {
  const counts = await firstRow<{ detail: MailDetail; waiting: number; sent: number }>(
    `select (select mail_detail from tenant.settings) as detail,
        (select count(*)::int from tenant.notification_mails where state in ('waiting','sending')) as waiting,
        (select count(*)::int from tenant.notification_mails where state = 'sent' and sent_at > now() - interval '24 hours') as sent`
  )
  const failed = await rows<FailedMail>(
    `select m.id, o.name as officer, m.kind, m.state, m.attempts, m.error, m.created_at as "createdAt", m.next_at as "nextAt"
       from tenant.notification_mails m join tenant.officers o on o.id = m.officer_id
      where m.state in ('dead','waiting') and m.error is not null order by m.created_at desc, m.id desc limit 200`
  )
  return { detail: counts!.detail, waiting: counts!.waiting, sentToday: counts!.sent, failed }
}
