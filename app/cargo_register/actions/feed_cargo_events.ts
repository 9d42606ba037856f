import type { EquipmentReport } from '#core/cargo/equipment_report'
import type { EventTold } from '../cargo_event.js'
import type { DocumentRow } from '../document_rows.js'
import { recordEvents } from './record_events.js'
import type { FilingOfReport } from './register_cargo_report.js'

/** What a terminal or gate did that is an event of cargo. */
const KINDS: Partial<Record<NonNullable<EquipmentReport['activity']>, 'discharge' | 'gate_out'>> = {
  discharged: 'discharge',
  gate_out: 'gate_out',
}

/**
 * Tells what a terminal or gate reports as events of the cargo in that equipment. Equipment that no
 * consignment here names is nobody's cargo yet: its line in the report stays, and no event is made of it.
 */
export async function feedCargoEvents(
  report: EquipmentReport,
  rows: readonly DocumentRow[],
  filing: FilingOfReport
): Promise<void> {
  const kind = report.activity === null ? undefined : KINDS[report.activity]
  if (!kind) return
  const events = rows.flatMap(({ equipment, occurred_at: at }): EventTold[] =>
    equipment === null || at === null ? [] : [{ ...NOTHING, kind, at: at.getTime(), container: equipment }]
  )
  if (events.length === 0) return
  const reporter = {
    source: 'message' as const,
    name: `sender:${filing.sender.id}`,
    officerId: null,
    mayRelease: false,
  }
  await recordEvents(events, reporter, Date.now())
}

const NOTHING: Omit<EventTold, 'kind' | 'at' | 'container'> = {
  reference: null,
  bill: null,
  voyage: null,
  imo: null,
  port: null,
  site: null,
  note: null,
  replaces: null,
}
