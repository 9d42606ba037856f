const ICONS: Readonly<Record<string, string>> = {
  alert_raised: 'i-lucide-siren',
  alert_band_raised: 'i-lucide-trending-up',
  alert_escalated: 'i-lucide-siren',
  alert_reweighed: 'i-lucide-scale',
  inspection_ordered: 'i-lucide-clipboard-list',
  inspection_done: 'i-lucide-clipboard-check',
  outcome_recorded: 'i-lucide-gavel',
  case_assigned: 'i-lucide-folder-open',
  case_mentioned: 'i-lucide-message-square',
  case_waiting: 'i-lucide-user-check',
  case_referred: 'i-lucide-share-2',
  referral_answered: 'i-lucide-message-square-reply',
  referral_received: 'i-lucide-share-2',
  case_due: 'i-lucide-timer',
  case_overdue: 'i-lucide-timer-off',
  task_due: 'i-lucide-timer',
  task_overdue: 'i-lucide-timer-off',
  question_answered: 'i-lucide-mail-check',
  question_lapsed: 'i-lucide-mail-warning',
  instruction_troubled: 'i-lucide-triangle-alert',
  profile_waiting: 'i-lucide-stamp',
  device_appeared: 'i-lucide-monitor-smartphone',
  message_quarantined: 'i-lucide-file-warning',
  digest: 'i-lucide-newspaper',
}

/** Literal names, so that the build bundles exactly these icons. */
export const kindIcon = (kind: string): string => ICONS[kind] ?? 'i-lucide-bell'
