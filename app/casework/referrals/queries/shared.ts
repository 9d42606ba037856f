import type { SharedConsignment, SharedFile } from '../../../../resources/pages/referrals/show.props.js'
import { rows } from '#platform/tenancy/database'
import { HOLDS } from '../../inspections/queries/list_findings.js'
import { fromMinor } from '../../money.js'
import { toldReasons } from '../told_reasons.js'

type Of<T extends keyof SharedConsignment> = Map<string, NonNullable<SharedConsignment[T]>>

const SHARED = `from tenant.referral_consignments x
  join tenant.consignments c on c.tenant_id = x.tenant_id and c.id = x.consignment_id
 where x.referral_id = ?`

/** Consignments that were chosen and are still kept. */
export const sharedConsignments = async (referralId: string): Promise<string[]> =>
  (await rows<{ id: string }>(`select c.id ${SHARED} order by c.id`, [referralId])).map(({ id }) => id)

export async function sharedCargo(referralId: string): Promise<Of<'cargo'>> {
  const found = await rows<NonNullable<SharedConsignment['cargo']> & { id: string; at: Date | null }>(
    `select c.id, c.reference as bill, c.description as goods, k.means_name as ship, k.voyage, k.port,
            coalesce(k.arrived_at, k.eta) as at, k.arrived_at is not null as arrived,
            array(select n.key from tenant.consignment_numbers n where n.tenant_id = c.tenant_id and n.consignment_id = c.id and n.kind = 'equipment'
              order by n.key limit 20) as boxes
       from tenant.referral_consignments x
       join tenant.consignments c on c.tenant_id = x.tenant_id and c.id = x.consignment_id
       left join tenant.calls k on k.tenant_id = c.tenant_id and k.id = c.call_id
      where x.referral_id = ?`,
    [referralId]
  )
  return new Map(
    found.map(({ id, at, bill, goods, boxes, ship, voyage, port, arrived }) => [
      id,
      { bill, goods, boxes, ship, voyage, port, arrives: at?.toISOString() ?? null, arrived },
    ])
  )
}

export async function sharedParties(referralId: string): Promise<Of<'parties'>> {
  const found = await rows<{ id: string; consignor: string | null; consignee: string | null }>(
    `select c.id, c.consignor_name as consignor, c.consignee_name as consignee ${SHARED}`,
    [referralId]
  )
  return new Map(found.map(({ id, consignor, consignee }) => [id, { consignor, consignee }]))
}

/** Threats and titles of indicators; no score, no evidence, no profile. */
export async function sharedReasons(referralId: string): Promise<Of<'reasons'>> {
  const found = await rows<{ id: string; threat: string; codes: string }>(
    `select a.consignment_id as id, a.threat, a.reason_codes as codes from tenant.referral_alerts g
       join tenant.alerts a on a.tenant_id = g.tenant_id and a.id = g.alert_id
      where g.referral_id = ? order by a.threat, a.id`,
    [referralId]
  )
  return grouped(
    found.map(({ id, threat, codes }) => ({
      id,
      threat,
      ...toldReasons(codes.split(' ').filter((each) => each !== '')),
    }))
  )
}

/**
 * What inspections of this case established of shared cargo, as far as who referred it may know of them. Remarks of
 * inspectors are notes and stay.
 */
export async function sharedFindings(referralId: string, caseId: string, madeBy: string): Promise<Of<'findings'>> {
  const found = await rows<Inspected>(
    `select o.consignment_id as id, o.type, w.result, coalesce((
        select jsonb_agg(jsonb_build_object('what', f.what, 'place', f.place, 'quantity', f.quantity::text, 'unit', f.unit,
                 'valueMinor', f.value_minor::text, 'currency', f.currency) order by f.recorded_at, f.id)
          from tenant.inspection_findings f where f.order_id = o.id and ${HOLDS}), '[]'::jsonb) as findings
       from tenant.orders_of_case(?::uuid, ?::uuid) g
       join tenant.inspection_orders o on o.id = g.order_id
       join tenant.referral_consignments x on x.tenant_id = o.tenant_id and x.consignment_id = o.consignment_id and x.referral_id = ?
       left join lateral (select result from tenant.outcomes y where y.tenant_id = o.tenant_id and y.order_id = o.id
         order by position desc limit 1) w on true
      order by o.ordered_at, o.id`,
    [caseId, madeBy, referralId]
  )
  return grouped(
    found.map(({ id, type, result, findings }) => ({
      id,
      type,
      result,
      found: findings.map(({ valueMinor, currency, ...finding }) => ({
        ...finding,
        value: valueMinor !== null && currency !== null ? fromMinor(valueMinor, currency) : null,
        currency,
      })),
    }))
  )
}

interface Inspected {
  id: string
  type: string
  result: string | null
  findings: {
    what: string
    place: string
    quantity: string | null
    unit: string | null
    valueMinor: string | null
    currency: string | null
  }[]
}

export const sharedFiles = (referralId: string): Promise<SharedFile[]> =>
  rows(
    `select a.id, a.file_name as "fileName", a.media_type as "mediaType", a.bytes::int from tenant.referral_attachments x
       join tenant.attachments a on a.tenant_id = x.tenant_id and a.id = x.attachment_id
      where x.referral_id = ? order by a.id`,
    [referralId]
  )

function grouped<T extends { id: string }>(found: readonly T[]): Map<string, Omit<T, 'id'>[]> {
  const groups = new Map<string, Omit<T, 'id'>[]>()
  for (const { id, ...rest } of found) groups.set(id, [...(groups.get(id) ?? []), rest])
  return groups
}
