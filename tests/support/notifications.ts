import mail from '@adonisjs/mail/services/main'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import type { Place } from './world.js'

export interface TellOptions {
  kind?: string
  thread?: string
  subject?: string
  count?: number
  band?: string | null
  port?: string | null
  berthAt?: Date | null
  inApp?: boolean
  mail?: 'now' | 'digest' | 'off'
  at?: Date
}

/** A notification as a listener writes it, at a time of the test's own. Returns its id. */
export async function tell(place: Place, role: string, options: TellOptions = {}): Promise<string> {
  const id = uuidv7()
  await place.run(() =>
    execute(
      `insert into tenant.notifications (tenant_id, id, officer_id, kind, thread_id, subject_id, count, band, port, berth_at, in_app, mail, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        place.administration.id,
        id,
        place.officers[role]!.id,
        options.kind ?? 'alert_raised',
        options.thread ?? uuidv7(),
        options.subject ?? uuidv7(),
        options.count ?? 1,
        options.band === undefined ? 'high' : options.band,
        options.port === undefined ? 'JMKIN' : options.port,
        options.berthAt ?? null,
        options.inApp ?? true,
        options.mail ?? 'now',
        options.at ?? new Date(),
      ]
    )
  )
  return id
}

export interface SentMail {
  to: string
  subject: string
  text: string
  messageId: string
}

/** A mail server of the test: keeps what it is given, or fails as it is told. */
export class MailServer {
  readonly sent: SentMail[] = []
  /** Thrown instead of taking a mail. */
  failure: Error | null = null

  static start(): MailServer {
    const server = new MailServer()
    const fake = mail.fake()
    fake.sendCompiled = (async (compiled: { message: Record<string, unknown> }) => {
      if (server.failure) throw server.failure
      const { to, subject, text, messageId } = compiled.message
      server.sent.push({
        to: [to].flat().map(addressOf).join(),
        subject: String(subject),
        text: String(text),
        messageId: String(messageId),
      })
      return undefined
    }) as unknown as typeof fake.sendCompiled
    return server
  }

  stop(): void {
    mail.restore()
  }
}

const addressOf = (entry: unknown) =>
  typeof entry === 'string' ? entry : ((entry as { address?: string }).address ?? String(entry))

export const mailRows = (place: Place) =>
  place.run(() =>
    rows<{ kind: string; state: string; attempts: number; error: string | null; next_at: Date }>(
      `select kind, state, attempts, error, next_at from tenant.notification_mails order by created_at, id`
    )
  )

/** Actions that the audit keeps, oldest first. */
export const auditedActions = (place: Place, prefix: string) =>
  place.run(async () =>
    (
      await rows<{ action: string }>(`select action from tenant.audit_entries where action like ? order by at, id`, [
        `${prefix}%`,
      ])
    ).map(({ action }) => action)
  )
