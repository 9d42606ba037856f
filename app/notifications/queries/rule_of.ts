import type { MailChannel } from '../kinds.js'
import type { MinBand, Rule } from '../rules.js'

/** Columns of `notification_rules`, all null where an officer chose nothing. */
export interface StoredRule {
  in_app: boolean | null
  mail: MailChannel | null
  min_band: MinBand | null
  ports: string[] | null
}

export const ruleOf = (stored: StoredRule): Rule | null =>
  stored.in_app === null
    ? null
    : { inApp: stored.in_app, mail: stored.mail!, minBand: stored.min_band!, ports: stored.ports! }
