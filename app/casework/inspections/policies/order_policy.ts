import { BasePolicy } from '@adonisjs/bouncer'
import type { Officer } from '#platform/access/officer'

export interface OrderForDecision {
  site_id: string
  inspector_id: string | null
  drawn_id: string | null
  state: string
  /** Of a result that a system told: who examined, by its words. */
  examiner_name: string | null
  examiner_identifier: string | null
}

/** Whose sites bound what they see: those who know no more of an order than where to look. */
export const boundToSites = (officer: Officer): boolean => !officer.permissions.has('outcomes.read')

const alike = (told: string | null, own: string) => told?.toLowerCase() === own.toLowerCase()
const isNamed = ({ name, email }: Officer, { examiner_name, examiner_identifier }: OrderForDecision): boolean =>
  alike(examiner_name, name) || alike(examiner_identifier, email)

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

  /** Reviewer ≠ inspector; the act refuses it too. Of a result that was told, who was drawn or is named by the system is none. */
  review(officer: Officer, order: OrderForDecision) {
    const examiner = order.inspector_id ?? order.drawn_id
    return officer.permissions.has('inspections.review') && examiner !== officer.id && !isNamed(officer, order)
  }
}
