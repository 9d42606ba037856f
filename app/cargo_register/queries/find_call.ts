import { rows } from '#platform/tenancy/database'
import { callKeys } from '../call_key.js'
import { chooseCall, type CandidateCall, type WantedCall } from '../choose_call.js'

/** The known call that a voyage or ship at a port and a time mean, or `null`. */
export async function findCall(wanted: WantedCall & { port: string | null }): Promise<CandidateCall | null> {
  const keys = callKeys(wanted)
  if (keys.length === 0) return null
  const found = await rows<Omit<CandidateCall, 'around'> & { around: Date }>(
    `select distinct c.id, c.means_name as means, c.imo, c.voyage, coalesce(c.arrived_at, c.eta, c.etd, c.created_at) as around
       from tenant.call_keys k join tenant.calls c on c.id = k.call_id
      where k.key = any(?::text[]) order by around, c.id limit 500`,
    [keys]
  )
  return chooseCall(
    found.map((call) => ({ ...call, around: call.around.getTime() })),
    wanted
  )
}
