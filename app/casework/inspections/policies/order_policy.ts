import { BasePolicy } from '@adonisjs/bouncer'
import type { Officer } from '#platform/access/officer'

export interface OrderForDecision {
  site_id: string
  inspector_id: string | null
  drawn_id: string | null
  state: string
}

/** Whose sites bound what they see: those who know no more of an order than where to look. */
export const boundToSites = (officer: Officer): boolean => !officer.permissions.has('outcomes.read')

/** What the permission of the route does not settle: whose site, who holds it, who must not review. */
export default class OrderPolicy extends BasePolicy {
  see(officer: Officer, order: OrderForDecision, sites: ReadonlySet<string>) {
    return officer.permissions.has('inspections.read') && (!boundToSites(officer) || sites.has(order.site_id))
  }

  /** Accept, refuse, step aside: who was drawn, while they work at this site. */
  take(officer: Officer, order: OrderForDecision, sites: ReadonlySet<string>) {
    return officer.permissions.has('inspections.record') && order.drawn_id === officer.id && sites.has(order.site_id)
  }

  /** Start, record, finish: the one who accepted. */
  work(officer: Officer, order: OrderForDecision) {
    return officer.permissions.has('inspections.record') && order.inspector_id === officer.id
  }

  /** Another inspector than the one drawn; the second person is asked for by the act itself. */
  reassign(officer: Officer) {
    return officer.permissions.has('inspections.approve')
  }

  /** Reviewer ≠ inspector; the database refuses it too. */
  review(officer: Officer, order: OrderForDecision) {
    return officer.permissions.has('inspections.review') && order.inspector_id !== officer.id
  }
}
