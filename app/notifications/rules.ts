import { KINDS, type KindCode, type MailChannel, type NotificationKind } from './kinds.js'

export const MIN_BANDS = ['any', 'medium', 'high'] as const
export type MinBand = (typeof MIN_BANDS)[number]

/** What one officer chose for one kind. */
export interface Rule {
  inApp: boolean
  mail: MailChannel
  minBand: MinBand
  /** UN/LOCODEs; empty: every port. */
  ports: readonly string[]
}

/** What a rule looks at in what happened. */
export interface Happened {
  band: string | null
  port: string | null
}

const LOUDNESS: Readonly<Record<MailChannel, number>> = { off: 0, digest: 1, now: 2 }
// An unknown band may still turn out medium or high: what is not known is not low.
const RANK: Readonly<Record<string, number>> = { any: 0, low: 0, unknown: 2, medium: 2, high: 3 }

/** What an officer with these roles starts with: the loudest of them. */
export function defaultRule(code: KindCode, roles: readonly string[]): Rule {
  const kind: NotificationKind = KINDS[code]
  const channels = roles.length > 0 ? roles.map((role) => kind.roles?.[role] ?? kind.defaults) : [kind.defaults]
  const mail = channels.map((each) => each.mail).sort((a, b) => LOUDNESS[b] - LOUDNESS[a])[0]!
  return { inApp: channels.some((each) => each.inApp), mail, minBand: 'any', ports: [] }
}

/** Which channels tell of it. A port that is not known concerns everybody. */
export function channelsFor(rule: Rule, { band, port }: Happened): { inApp: boolean; mail: MailChannel } {
  const strong = band === null || (RANK[band] ?? 0) >= RANK[rule.minBand]!
  const near = rule.ports.length === 0 || port === null || rule.ports.includes(port)
  return strong && near ? { inApp: rule.inApp, mail: rule.mail } : { inApp: false, mail: 'off' }
}
