/** Coded, in the order of the keys 1 to 6; `other` needs a note. They feed the statistics of each profile. */
export const DISMISSAL_REASONS = [
  'known_trade',
  'explained_by_documents',
  'inspected_clean',
  'data_error',
  'different_entity',
  'other',
] as const
export type DismissalReason = (typeof DISMISSAL_REASONS)[number]
