import { PERMISSIONS, type Permission } from '#platform/access/permissions'
import type { LiveEvent } from '#platform/live/listener'
import { LIVE_KINDS, type LiveKind } from '#platform/live/notify'

type Filter = (event: LiveEvent, administrationId: string, permissions: ReadonlySet<Permission>) => boolean

/** What a filter of live events tells that it should not, or keeps back that it should tell. */
export function leaks(filter: Filter): string[] {
  const found: string[] = []
  for (const kind of Object.keys(LIVE_KINDS) as LiveKind[]) {
    const everything = new Set(PERMISSIONS)
    const lacking = new Set(PERMISSIONS.filter((permission) => permission !== LIVE_KINDS[kind]))
    if (filter({ a: 'theirs', kind, id: '1' }, 'ours', everything)) found.push(`${kind} of a neighbour`)
    if (filter({ kind, id: '1' }, 'ours', everything)) found.push(`${kind} of nobody`)
    if (filter({ a: 'ours', kind, id: '1' }, 'ours', lacking)) found.push(`${kind} without ${LIVE_KINDS[kind]}`)
    if (!filter({ a: 'ours', kind, id: '1' }, 'ours', new Set([LIVE_KINDS[kind]])))
      found.push(`${kind} kept from who may`)
  }
  if (filter({ a: 'ours', kind: 'unknown:kind', id: '1' }, 'ours', new Set(PERMISSIONS)))
    found.push('a kind nobody registered')
  return found
}
