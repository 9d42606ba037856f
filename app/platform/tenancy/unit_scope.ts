import { tenancy } from './tenant_context.js'

/** What one unit looks at; `null` is all of it. */
export interface UnitLimits {
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

/** Condition on officer `o`, manifest `m` and alert `a`: a unit of the officer looks there, or none limits them. */
export const OFFICER_LOOKS_THERE = `(
  not exists (select 1 from tenant.unit_officers uo join tenant.units u on u.id = uo.unit_id where uo.officer_id = o.id and u.closed_at is null)
  or exists (select 1 from tenant.unit_officers uo join tenant.units u on u.id = uo.unit_id
    where uo.officer_id = o.id and u.closed_at is null
      and (u.ports = '{}' or m.port is null or m.port = any(u.ports)) and (u.threats = '{}' or a.threat = any(u.threats))))`
