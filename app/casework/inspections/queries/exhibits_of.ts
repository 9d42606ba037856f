import type { ExhibitView } from '../../../../resources/pages/inspections/show.props.js'
import type { Officer } from '#platform/access/officer'
import { brokenAt } from '../custody/chain.js'
import type { OrderRow } from './get_order.js'
import { listCustody, listExhibits } from './list_exhibits.js'

/** Exhibits of an order with their chains, each computed again before it is shown. */
export async function exhibitsOf(order: OrderRow, officer: Officer): Promise<ExhibitView[]> {
  const [exhibits, custody] = [await listExhibits(order.id), await listCustody(order.id)]
  return exhibits.map(({ id, sequence, takenAt: _, ...exhibit }) => {
    const chain = custody.filter(({ exhibitId }) => exhibitId === id)
    const last = chain.at(-1)
    const gone = last?.reason === 'owner' || last?.reason === 'destruction'
    const holds = last?.holderId === officer.id || last?.holderId === null
    return {
      id,
      ...exhibit,
      number: `${order.number}-${sequence}`,
      custody: chain.map(({ reason, holder, holderName, place, seal, at, recordedByName, hash }) => ({
        reason,
        holder: holder ?? holderName ?? '',
        place,
        seal,
        at,
        recordedBy: recordedByName ?? '',
        hash,
      })),
      brokenAt: brokenAt(chain),
      mayHandOver: officer.permissions.has('exhibits.hand_over') && holds && !gone,
    }
  })
}
