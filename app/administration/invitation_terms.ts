import { DAY } from '#core/kernel/instant'

/** How long an invitation opens its door (SECURITY T75). */
export const INVITATION_MS = 3 * DAY
