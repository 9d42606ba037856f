import { rows } from '#platform/tenancy/database'
import { writeCaseEvent } from '../actions/write_case_event.js'

interface Deactivated {
  officerId: string
  by: string
  handedOver: { kind: string; id: string }[]
}

/** Cases of an officer who works here no more have no holder; where they stand, they stay. */
export async function casesOfLeftOfficer({ officerId, by, handedOver }: Deactivated): Promise<void> {
  const left = await rows<{ id: string }>(
    `update tenant.cases set holder_id = null, state = case when state = 'assigned' then 'open' else state end,
            step = case when state = 'assigned' then null else step end, changed_at = now(), version = version + 1
      where holder_id = ? and open returning id`,
    [officerId]
  )
  for (const { id } of left) {
    await writeCaseEvent(id, 'idle_released', { officerId: by, act: 'release_idle', target: officerId })
    handedOver.push({ kind: 'case', id })
  }
}
