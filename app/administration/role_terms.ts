import { ROLE_TEMPLATES, templateCalled, type SessionLimits } from '#platform/access/role_templates'

/** What signing in with a role takes, and how long it lasts. */
export interface RoleTerms extends SessionLimits {
  secondFactor: boolean
}

/** Below these nobody could work. */
export const SHORTEST: SessionLimits = { idleMinutes: 5, absoluteMinutes: 30 }

/** The limits of the template a role began as (SECURITY section 4): an administration shortens them, and lengthens none. */
export function longestOf(template: string | null): SessionLimits {
  const known = templateCalled(template)
  if (known) return known.session
  return {
    idleMinutes: Math.min(...ROLE_TEMPLATES.map(({ session }) => session.idleMinutes)),
    absoluteMinutes: Math.min(...ROLE_TEMPLATES.map(({ session }) => session.absoluteMinutes)),
  }
}
