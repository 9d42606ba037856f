import { tenancy } from './tenant_context.js'

/** What one unit looks at; `null` is all of it. */
export interface UnitLimits {
  id: string
  ports: readonly string[] | null
  threats: readonly string[] | null
}

/** The open units of an officer. `null`: no unit, or one without limits, sees the whole administration. */
export type UnitScope = readonly UnitLimits[] | null

/** Part of a `where` and what its placeholders stand for. */
export interface Condition {
  sql: string
  bindings: unknown[]
}

/** Of the current work. Jobs, commands and machines belong to no unit. */
export const currentScope = (): UnitScope => tenancy.maybe()?.scope ?? null

/** Ports that the current officer's units look at, in any threat; `null`: all ports. */
export function portsInScope(): readonly string[] | null {
  const scope = currentScope()
  if (scope === null || scope.some(({ ports }) => ports === null)) return null
  return [...new Set(scope.flatMap(({ ports }) => ports ?? []))].sort()
}

export const isPortInScope = (port: string): boolean => portsInScope()?.includes(port) ?? true

/**
 * Condition on the column `port`: the officer's units look there, or it is not known. What is not
 * known is not clear, so everybody sees it (ADR 0021).
 */
export const portInScope = (): Condition => ({
  sql: `(?::text[] is null or port is null or port = any(?::text[]))`,
  bindings: [portsInScope(), portsInScope()],
})

/** One and the same unit looks at this port and this threat, or none limits them; what is not known concerns everybody. */
export const looksAt = (scope: UnitScope, { port, threat }: { port: string | null; threat: string | null }): boolean =>
  scope === null || scope.some(({ ports, threats }) => covers(ports, port) && covers(threats, threat))

const covers = (limits: readonly string[] | null, value: string | null) =>
  limits === null || value === null || limits.includes(value)
