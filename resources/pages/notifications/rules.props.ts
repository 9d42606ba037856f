import type { IsoInstant } from '../../props/shared.js'

export type MailChannel = 'now' | 'digest' | 'off'
export type MinBand = 'any' | 'medium' | 'high'

export interface RuleView {
  /** Named by `notifications.kind_<kind>`. */
  kind: string
  inApp: boolean
  mail: MailChannel
  minBand: MinBand
  /** UN/LOCODEs; empty: every port. */
  ports: string[]
  /** Otherwise than the roles start with. */
  chosen: boolean
  banded: boolean
  placed: boolean
  urgent: boolean
}

export interface ScheduleView {
  timezone: string
  /** `22:00`, on these days (Monday = 1). */
  quiet: { from: string; until: string; days: number[] } | null
  breakThrough: boolean
  digestHours: number[]
  sound: boolean
  chosen: boolean
}

export interface NotificationRulesProps {
  rules: RuleView[]
  schedule: ScheduleView
  /** Ports of the administration to choose from. */
  ports: { code: string; name: string }[]
  timezones: string[]
  /** What these rules would have told of the last whole day. */
  preview: {
    from: IsoInstant
    happened: number
    shown: number
    mails: { kind: string; at: IsoInstant; count: number }[]
  }
}
