import { DateTime } from 'luxon'
import i18nManager from '@adonisjs/i18n/services/main'
import { appUrl } from '#config/app'
import { headerSlot } from '#platform/mail/header_slot'
import type { Administration } from '#platform/tenancy/tenant_context'

export type MailDetail = 'counts' | 'port_and_time'

/** What one mail counts. Port and time are used only where the administration allows them. */
export interface MailLine {
  kind: string
  count: number
  port: string | null
  berthAt: Date | null
}

export interface MailText {
  subject: string
  text: string
}

/**
 * The words of a mail: counts, kinds and a link, since mail travels over open networks (T81). No
 * name, voyage, score or id of cargo has a place in it. The link's host comes from configuration.
 */
export function composeMail(
  kind: string,
  lines: readonly MailLine[],
  reader: { locale: string; administration: Administration; detail: MailDetail }
): MailText {
  const { code, name: administration, timezone } = reader.administration
  const i18n = i18nManager.locale(reader.locale)
  const total = lines.reduce((sum, { count }) => sum + count, 0)
  const subject = i18n.t(kind === 'digest' ? 'notifications.mail_digest' : `notifications.mail_${kind}`, {
    count: total,
  })
  const body = [...countsBy(lines, ({ kind: each }) => each)].map(([each, count]) =>
    i18n.t(`notifications.mail_${each}`, { count })
  )
  const ships = reader.detail === 'port_and_time' ? lines.filter(({ port }) => port !== null) : []
  const places = [...countsBy(ships, (line) => `${line.port} ${line.berthAt?.toISOString() ?? ''}`)].map(
    ([place, count]) => placeLine(place, count, timezone, reader.locale)
  )
  const base = `${appUrl}/a/${code}/notifications`
  return {
    subject: headerSlot(`${subject}, ${administration}`),
    text: [
      body.join('\n'),
      ...(places.length > 0 ? [places.join('\n')] : []),
      i18n.t('notifications.mail_read', { link: base }),
      i18n.t('notifications.mail_rules', { link: `${base}/rules` }),
    ].join('\n\n'),
  }
}

function countsBy(lines: readonly MailLine[], key: (line: MailLine) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(key(line), (counts.get(key(line)) ?? 0) + line.count)
  return counts
}

function placeLine(place: string, count: number, zone: string, locale: string): string {
  const [port, at] = place.split(' ') as [string, string]
  const time = at ? DateTime.fromISO(at).setZone(zone).setLocale(locale).toFormat('d LLL HH:mm') : '–'
  return `${port}, ${time}: ${count}`
}
