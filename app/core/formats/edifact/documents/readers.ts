import type { ReportedDocument } from '../../../cargo/reported_document.js'
import { readStowagePlan } from '../baplie/read_stowage_plan.js'
import { readConveyanceReport } from '../cusrep/read_conveyance_report.js'
import { readEquipmentReport } from '../equipment_report/read_equipment_report.js'
import { readStatusReport } from '../iftsta/read_status_report.js'
import type { MessageSource } from '../parts/message_source.js'
import { readTravellerList } from '../paxlst/read_traveller_list.js'

/** Messages that are no cargo report, by type, with their readers. */
export const DOCUMENT_READERS: Readonly<Record<string, (source: MessageSource) => ReportedDocument>> = {
  BAPLIE: readStowagePlan,
  MOVINS: readStowagePlan,
  COPRAR: readEquipmentReport,
  COARRI: readEquipmentReport,
  CODECO: readEquipmentReport,
  IFTSTA: readStatusReport,
  CUSREP: readConveyanceReport,
  PAXLST: readTravellerList,
}
