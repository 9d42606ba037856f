import db from '@adonisjs/lucid/services/db'
import type { Pace } from '#core/triage/clearing'
import { enabledPlugins } from '#platform/plugins/enabled_plugins'
import { filingRules, filingRule, type FilingRule } from '#platform/plugins/filing_rules'
import { firstRow } from '#platform/tenancy/database'
import { isPortInScope } from '#platform/tenancy/unit_scope'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface DeskState {
  /** Officers who may triage and were active in the last half hour. */
  analysts: number
  /** Of the last 30 days. */
  pace: Pace
  lastMessageAt: Date | null
  /** Until when cargo has to be filed, by mode. */
  filingRule: (mode: string | null) => FilingRule
  /** Those the officer's units look at. */
  ports: string[]
}

export async function getDeskState(): Promise<DeskState> {
  const { id } = tenancy.current().administration
  const active = (await db
    .connection('auth')
    .rawQuery(
      `select distinct person_id from control.sessions where guard = 'officer' and administration_id = ? and last_seen_at > now() - interval '30 minutes'`,
      [id]
    )) as { rows: { person_id: string }[] }
  const state = await firstRow<{
    analysts: number
    minutes: number | null
    decisions: number
    last_message_at: Date | null
    lead: number
    ports: string
  }>(
    `select
       (select count(distinct x.officer_id)::int from tenant.officer_roles x
          join tenant.role_permissions p on p.tenant_id = x.tenant_id and p.role_id = x.role_id and p.permission = 'alerts.triage'
         where x.officer_id = any (?::uuid[])) as analysts,
       (select (percentile_cont(0.5) within group (order by extract(epoch from decided_at - claimed_at)) / 60)::float8 from tenant.alerts
         where claimed_at is not null and decided_at > now() - interval '30 days') as minutes,
       (select count(*)::int from tenant.alerts where claimed_at is not null and decided_at > now() - interval '30 days') as decisions,
       (select max(received_at) from tenant.received_messages where received_at > now() - interval '30 days') as last_message_at,
       s.filing_lead_hours as lead, s.ports
     from tenant.settings s`,
    [`{${active.rows.map((row) => row.person_id).join(',')}}`]
  )
  const rules = filingRules(await enabledPlugins())
  return {
    analysts: state?.analysts ?? 0,
    pace: { decisions: state?.decisions ?? 0, minutes: state?.minutes ?? null },
    lastMessageAt: state?.last_message_at ?? null,
    filingRule: (mode) => filingRule(rules, mode, state?.lead ?? 24),
    ports: (state?.ports ?? '').split(' ').filter((code) => code !== '' && isPortInScope(code)),
  }
}
