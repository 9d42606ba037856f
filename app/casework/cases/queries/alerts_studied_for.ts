import { rows } from '#platform/tenancy/database'

/**
 * Alerts in the cases these orders were made for, of the cargo that was ordered: promoted by then, so that the
 * order did not answer them itself. For the figures, never for a screen.
 */
export const alertsStudiedFor = async (orderIds: readonly string[]): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      `select distinct a.id from tenant.cases_of_orders(?::uuid[]) g
         join tenant.inspection_orders o on o.id = g.order_id
         join tenant.case_alerts x on x.tenant_id = o.tenant_id and x.case_id = g.case_id
         join tenant.alerts a on a.tenant_id = x.tenant_id and a.id = x.alert_id and a.consignment_id = o.consignment_id`,
      [orderIds]
    )
  ).map(({ id }) => id)
