import type { OrderOnConsignment, TimelineEvent } from '../../../resources/pages/consignments/show.props.js'
import type { CallEvent } from '../../../resources/pages/conveyances/show.props.js'
import type { CargoEventView } from '#app/cargo_register/published'
import type { OrderBrief } from '#app/casework/published'

const OF_THE_CALL = new Set(['eta_change', 'arrival', 'departure'])

/** What happened to the cargo and to the call that brings it, the latest first. */
export function timelineOf(cargo: readonly CargoEventView[], call: readonly CallEvent[]): TimelineEvent[] {
  const events: TimelineEvent[] = [
    ...cargo.map((event) => ({
      id: event.id,
      kind: event.kind,
      at: event.at?.toISOString() ?? null,
      equipment: event.equipment,
      place: event.site ?? event.place,
      source: event.source === 'file' ? 'events_file' : event.source,
      by: event.by,
      note: event.note,
      recordedAt: event.recordedAt.toISOString(),
      replaced: event.replaced,
      corrects: event.corrects,
      correctable: event.at !== null && !event.replaced,
    })),
    ...call
      .filter(({ kind }) => OF_THE_CALL.has(kind))
      .map((event) => ({
        ...event,
        equipment: null,
        place: null,
        replaced: false,
        corrects: false,
        correctable: false,
      })),
  ]
  const when = ({ at, recordedAt }: TimelineEvent) => at ?? recordedAt
  return events.sort((a, b) => when(b).localeCompare(when(a)) || b.recordedAt.localeCompare(a.recordedAt))
}

export const orderView = ({
  usefulUntil,
  orderedAt,
  closedAt: _,
  outcomeAt: __,
  ...order
}: OrderBrief): OrderOnConsignment => ({
  ...order,
  usefulUntil: usefulUntil.toISOString(),
  orderedAt: orderedAt.toISOString(),
})
