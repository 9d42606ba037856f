import type { FactKey } from '#core/facts/catalogue'
import { GENERIC_ASYCUDA } from '#core/formats/asycuda/generic_profile'
import { CORE_PROFILES } from '#core/formats/edifact/cuscar/profiles/core_profiles'
import type { FormatProfile } from '#core/formats/profile'
import { pluginRegistry } from '#platform/plugins/registry'
import { rows } from '#platform/tenancy/database'

/** What the format and the sender of a Message say about absent fields (DECISIONS 15). */
export interface FilingTerms {
  /** Filed whenever they apply: absence is an answer. */
  alwaysFiled: ReadonlySet<FactKey>
  /** No place for them in the format: nobody waits for an amendment. */
  notCarried: ReadonlySet<FactKey>
}

/** By Message id. The administration's own word on a sender goes before the format's profile. */
export async function filingTermsOf(messageIds: readonly string[]): Promise<Map<string, FilingTerms>> {
  const found = await rows<{ id: string; profile: string | null; sender: string | null; always_filed: string }>(
    `select m.id, m.profile, m.sender, coalesce(s.always_filed, '') as always_filed
       from tenant.messages m
       join tenant.received_messages r on r.tenant_id = m.tenant_id and r.id = m.received_message_id
       left join tenant.senders s on s.tenant_id = r.tenant_id and s.id = r.sender_id
      where m.id = any (?::uuid[])`,
    [[...new Set(messageIds)]]
  )
  return new Map(found.map((row) => [row.id, termsOf(row)]))
}

function termsOf(row: { profile: string | null; sender: string | null; always_filed: string }): FilingTerms {
  const profile = profileOf(row.profile)
  const own = row.always_filed.split(/\s+/).filter(Boolean) as FactKey[]
  const ofSender = profile?.senders?.find((rules) => rules.sender === row.sender)?.alwaysFiled
  return {
    alwaysFiled: new Set(own.length > 0 ? own : (ofSender ?? profile?.alwaysFiled ?? [])),
    notCarried: new Set(profile?.notCarried ?? []),
  }
}

/** `guatemala.d01a@1` → the profile of this build with that code. */
function profileOf(named: string | null): FormatProfile | undefined {
  const code = named?.split('@')[0]
  return [
    ...CORE_PROFILES,
    GENERIC_ASYCUDA,
    ...pluginRegistry.all().flatMap((plugin) => plugin.formatProfiles ?? []),
  ].find((profile) => profile.code === code)
}
