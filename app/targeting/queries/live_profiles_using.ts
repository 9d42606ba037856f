import type { ProfileDocument } from '#core/profiles/document'
import { rows } from '#platform/tenancy/database'

/** Live profiles whose live revision asks one of these indicators, by name. */
export async function liveProfilesUsing(indicators: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (indicators.length === 0) return []
  const live = await rows<{ id: string; name: string; document: ProfileDocument }>(
    `select p.id, p.name, r.document
       from tenant.profiles p
       join tenant.profile_revisions r on r.tenant_id = p.tenant_id and r.profile_id = p.id and r.revision = p.live_revision
      where p.state = 'live' order by p.name, p.id`
  )
  return live.filter(({ document }) => indicatorsOf(document).some((code) => indicators.includes(code)))
}

/** Codes of the indicators that a profile asks. */
export const indicatorsOf = ({ all, any, adds }: ProfileDocument): string[] =>
  [...all, ...any, ...adds].flatMap((condition) => (condition.kind === 'indicator' ? [condition.indicator] : []))
