import { BasePolicy } from '@adonisjs/bouncer'
import type { Officer } from '#platform/access/officer'

export interface OrderForDecision {
  site_id: string
  inspector_id: string | null
  state: string
}

/** Whose sites bound what they see: those who know no more of an order than where to look. */
export const boundToSites = (officer: Officer): boolean => !officer.permissions.has('outcomes.read')

/** What the permission of the route does not settle: whose site, who holds it, who must not review. */
export default class OrderPolicy extends BasePolicy {
  see(officer: Officer, order: OrderForDecision, sites: ReadonlySet<string>) {
    return officer.permissions.has('inspections.read') && (!boundToSites(officer) || sites.has(order.site_id))
  }

  /** Accept: anybody who inspects at this site. */
  take(officer: Officer, order: OrderForDecision, sites: ReadonlySet<string>) {
    return officer.permissions.has('inspections.record') && sites.has(order.site_id)
  }

  /** Start, record, finish, refuse after accepting: the one who accepted. */
  work(officer: Officer, order: OrderForDecision) {
    return officer.permissions.has('inspections.record') && order.inspector_id === officer.id
  }

  refuse(officer: Officer, order: OrderForDecision, sites: ReadonlySet<string>) {
    return order.inspector_id === null ? this.take(officer, order, sites) : this.work(officer, order)
  }

  /** Reviewer ≠ inspector; the database refuses it too. */
  review(officer: Officer, order: OrderForDecision) {
    return officer.permissions.has('inspections.review') && order.inspector_id !== officer.id
  }
}
