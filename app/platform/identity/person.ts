import type { HttpContext } from '@adonisjs/core/http'
import type { Filer } from '#platform/access/filer'
import type { Officer } from '#platform/access/officer'
import type { Operator } from '#platform/access/operator_provider'
import type { SessionLimits } from '#platform/access/role_templates'
import { sessionKey } from '#platform/access/session_store'
import { officerSessions, operatorSessions, type SessionOwner } from '#platform/access/sessions'
import { homeFor } from '#platform/http/navigation'
import type { Administration } from '#platform/tenancy/tenant_context'
import type { FactorStore } from './factor_store.js'
import { officerFactors } from './officer_factors.js'
import { operatorFactors } from './operator_factors.js'
import type { Gate } from './session_state.js'

/** Who a session belongs to, officer, person of a filer or operator, as far as proving it goes. */
export interface Person {
  kind: 'officer' | 'filer' | 'operator'
  id: string
  name: string
  email: string
  hasFactor: boolean
  requiresSecondFactor: boolean
  limits: SessionLimits
  /** Sessions at a time. */
  parallel: number
  /** `/a/<code>`, `/a/<code>/filer` or `/platform`. */
  base: string
  home: string
  sessions: SessionOwner
  factors: FactorStore
  /** What must not be part of a password of this person. */
  ownWords: readonly string[]
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    person: Person
    /** What the session still owes. */
    gate: Gate
  }
}

/** SECURITY section 4. */
const FILER_LIMITS: SessionLimits = { idleMinutes: 30, absoluteMinutes: 12 * 60 }
const OPERATOR_LIMITS: SessionLimits = { idleMinutes: 10, absoluteMinutes: 4 * 60 }

export const officerPerson = (officer: Officer, administration: Administration): Person => ({
  kind: 'officer',
  id: officer.id,
  name: officer.name,
  email: officer.email,
  hasFactor: officer.hasFactor,
  requiresSecondFactor: officer.requiresSecondFactor,
  limits: officer.limits,
  parallel: 3,
  base: `/a/${administration.code}`,
  home: homeFor(administration.code, officer),
  sessions: officerSessions(administration.id, officer.id),
  factors: officerFactors(officer.id),
  ownWords: [administration.code, administration.name, officer.name, officer.email],
})

/** Accounts of filers lie among those of officers, and so do their factors. */
export const filerPerson = (filer: Filer, administration: Administration): Person => ({
  kind: 'filer',
  id: filer.id,
  name: filer.name,
  email: filer.email,
  hasFactor: filer.hasFactor,
  requiresSecondFactor: filer.requiresSecondFactor,
  limits: FILER_LIMITS,
  parallel: 3,
  base: `/a/${administration.code}/filer`,
  home: `/a/${administration.code}/filer/questions`,
  sessions: officerSessions(administration.id, filer.id),
  factors: officerFactors(filer.id),
  ownWords: [administration.code, administration.name, filer.name, filer.email, filer.sender],
})

export const operatorPerson = (operator: Operator, { request, session }: HttpContext): Person => ({
  kind: 'operator',
  id: operator.id,
  name: operator.name,
  email: operator.email,
  hasFactor: operator.hasFactor,
  requiresSecondFactor: operator.requiresSecondFactor,
  limits: OPERATOR_LIMITS,
  parallel: 1,
  base: '/platform',
  home: '/platform/administrations',
  sessions: operatorSessions(operator.id),
  factors: operatorFactors(operator.id, { request: request.id() ?? '', session: sessionKey(session.sessionId) }),
  ownWords: [operator.name, operator.email],
})
