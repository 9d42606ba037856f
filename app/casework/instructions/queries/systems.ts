import { firstRow, rows } from '#platform/tenancy/database'
import type { Answer, DeliveryState, InstructionKind, SystemKind } from '../codes.js'

export interface SystemRow {
  id: string
  name: string
  kind: SystemKind
  url: string
  hears: InstructionKind[]
  ports: string[]
  answerMinutes: number
  enabled: boolean
  /** Whether it has a secret; without one nothing is sent. */
  ready: boolean
  /** Until then the secret before this one signs too. */
  formerUntil: Date | null
  waiting: number
  dead: number
  lastDeliveredAt: Date | null
}

const COLUMNS = `s.id, s.name, s.kind, s.url, s.hears, s.ports, s.answer_minutes as "answerMinutes", s.enabled, s.secret is not null as ready,
  case when s.former_secret is not null and s.former_until > now() then s.former_until end as "formerUntil",
  d.waiting, d.dead, d.last as "lastDeliveredAt"`
const FROM = `from tenant.connected_systems s left join lateral (
  select (count(*) filter (where w.state in ('waiting','sending')))::int as waiting, (count(*) filter (where w.state = 'dead'))::int as dead,
         max(w.delivered_at) as last
    from tenant.instruction_deliveries w where w.tenant_id = s.tenant_id and w.system_id = s.id) d on true`

/** An administration has a handful of them. */
export const listSystems = (): Promise<SystemRow[]> => rows(`select ${COLUMNS} ${FROM} order by s.name, s.id limit 200`)

export const getSystem = (id: string): Promise<SystemRow | null> =>
  firstRow(`select ${COLUMNS} ${FROM} where s.id = ?`, [id])

export interface DeliveryRow {
  id: string
  kind: InstructionKind
  state: DeliveryState
  attempts: number
  madeAt: Date
  nextAt: Date
  deliveredAt: Date | null
  status: number | null
  error: string | null
  answer: Answer | null
  answeredAt: Date | null
  toldAt: Date | null
}

/** The newest first; which case they are of is not for whoever connects systems. */
export const listDeliveries = (systemId: string): Promise<DeliveryRow[]> =>
  rows(
    `select d.id, i.kind, d.state, d.attempts, d.made_at as "madeAt", d.next_at as "nextAt", d.delivered_at as "deliveredAt", d.status,
            d.error, d.answer, d.answered_at as "answeredAt", d.told_at as "toldAt"
       from tenant.instruction_deliveries d join tenant.instructions i on i.tenant_id = d.tenant_id and i.id = d.instruction_id
      where d.system_id = ? order by d.state = 'dead' desc, d.made_at desc, d.id desc limit 100`,
    [systemId]
  )

export interface SystemToken {
  kid: string
  name: string
  expiresAt: Date
  lastUsedAt: Date | null
}

/** Tokens of a system that open something now. */
export const listTokensOfSystem = (systemId: string): Promise<SystemToken[]> =>
  rows(
    `select kid, name, expires_at as "expiresAt", last_used_at as "lastUsedAt" from tenant.api_tokens
      where system_id = ? and revoked_at is null and expires_at > now() order by created_at desc`,
    [systemId]
  )
