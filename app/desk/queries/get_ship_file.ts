import type { BandCounts } from '../../../resources/props/cargo.js'
import type { CallEvent, ConveyanceShowProps } from '../../../resources/pages/conveyances/show.props.js'
import { firstRow, rows } from '#platform/tenancy/database'
import { consignmentsOf, type CallDetail } from './get_call.js'

export interface ShipFile {
  bands: BandCounts
  natures: { nature: string; count: number }[]
  manifests: ConveyanceShowProps['manifests']
  events: CallEvent[]
}

/** With `openMessages` its manifests lead to the messages that brought them. */
export async function getShipFile(call: CallDetail, { openMessages }: { openMessages: boolean }): Promise<ShipFile> {
  const scope = consignmentsOf(call)
  const sums = await firstRow<{ high: number; medium: number; low: number; unknown: number; not_assessed: number }>(
    `select count(*) filter (where s.band = 'high')::int as high, count(*) filter (where s.band = 'medium')::int as medium,
            count(*) filter (where s.band = 'low')::int as low, count(*) filter (where s.band = 'unknown')::int as unknown,
            count(*) filter (where s.band is null)::int as not_assessed
       from tenant.consignments c left join tenant.standings s on s.tenant_id = c.tenant_id and s.consignment_id = c.id
      where ${scope.sql} and c.state = 'filed'`,
    scope.bindings
  )
  const natures = await rows<{ nature: string; count: number }>(
    `select c.nature, count(*)::int as count from tenant.consignments c where ${scope.sql} and c.state = 'filed' and c.nature is not null
      group by c.nature order by 2 desc, 1`,
    scope.bindings
  )
  return {
    bands: {
      high: sums?.high ?? 0,
      medium: sums?.medium ?? 0,
      low: sums?.low ?? 0,
      unknown: sums?.unknown ?? 0,
      notAssessed: sums?.not_assessed ?? 0,
    },
    natures,
    manifests: (await listManifests(call)).map((each) => (openMessages ? each : { ...each, messageId: null })),
    events: call.known ? await listCallEvents(call.id) : [],
  }
}

async function listManifests(call: CallDetail): Promise<ShipFile['manifests']> {
  const [condition, value] = call.known
    ? ['m.call_id = ?', call.id]
    : call.call_key
      ? ['m.call_id is null and m.call_key = ?', call.call_key]
      : ['m.id = ?', call.id]
  const found = await rows<{
    id: string
    document_reference: string | null
    sender: string | null
    consignments: number
    received_at: Date
    message: string | null
    problems: number
  }>(
    `select m.id, m.document_reference, s.name as sender, m.last_filed_at as received_at, x.received_message_id as message,
            (select count(*)::int from tenant.consignments c where c.manifest_id = m.id and c.state = 'filed') as consignments,
            (select count(*)::int from tenant.problems p where p.message_id = m.last_message_id and p.severity in ('error', 'warning', 'fatal')) as problems
       from tenant.manifests m
       join tenant.senders s on s.tenant_id = m.tenant_id and s.id = m.sender_id
       left join tenant.messages x on x.tenant_id = m.tenant_id and x.id = m.last_message_id
      where ${condition} order by m.last_filed_at desc, m.id limit 200`,
    [value]
  )
  return found.map((each) => ({
    id: each.id,
    reference: each.document_reference,
    carrier: each.sender,
    consignments: each.consignments,
    receivedAt: each.received_at.toISOString(),
    messageId: each.message,
    problems: each.problems,
  }))
}

/** What was told of a call, the newest word first. */
export async function listCallEvents(callId: string): Promise<CallEvent[]> {
  const found = await rows<{
    id: string
    kind: string
    at: Date | null
    recorded_at: Date
    source: string
    by: string | null
    note: string | null
  }>(
    `select e.id, e.kind, e.at, e.recorded_at, e.source, o.name as by, e.note
       from tenant.call_events e left join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.recorded_by
      where e.call_id = ? order by e.recorded_at desc, e.id desc limit 100`,
    [callId]
  )
  return found.map((each) => ({
    id: each.id,
    kind: each.kind,
    at: (each.at ?? each.recorded_at).toISOString(),
    recordedAt: each.recorded_at.toISOString(),
    source: each.source === 'file' ? 'calls_file' : each.source,
    by: each.by,
    note: each.note,
  }))
}
