import type { CargoReport } from '../../core/cargo/cargo_report.js'
import type { Consignment } from '../../core/cargo/consignment.js'
import type { ReadMessage } from '../../core/formats/format.js'
import type { Problem } from '../../core/kernel/problem.js'
import type { SourceRef } from '../../core/kernel/source_ref.js'

/** A consignment of which nothing was filed; a format writes what it read over it. */
export const blankConsignment = (sequence: number): Consignment => ({
  sequence,
  level: 'straight',
  reference: null,
  masterReference: null,
  nature: null,
  places: {
    receipt: null,
    loading: null,
    transhipment: [],
    discharge: null,
    delivery: null,
    originCountry: null,
    destinationCountry: null,
    warehouse: null,
    office: null,
  },
  parties: [],
  items: [],
  equipment: [],
  totals: { grossWeightKg: null, packages: null, volumeM3: null },
  freight: null,
  containerised: null,
})

/** A report of which nothing was filed: an original of the format named. */
export const blankReport = (format: { code: string; version: number }, message = 0): CargoReport => ({
  message,
  type: format.code,
  version: String(format.version),
  profile: `${format.code}@${format.version}`,
  controlReference: null,
  function: 'original',
  functionCode: null,
  test: false,
  sender: null,
  recipient: null,
  documentReference: null,
  documentVersion: null,
  previousReference: null,
  preparedAt: null,
  conveyance: {
    mode: null,
    means: { name: null, imo: null, callSign: null, flag: null },
    voyage: null,
    carrier: { code: null, name: null },
    loading: null,
    discharge: null,
    eta: null,
    etd: null,
    atd: null,
  },
  nature: null,
  parties: [],
  consignments: [],
  equipment: [],
  declaredTotals: { grossWeightKg: null, packages: null, volumeM3: null, consignments: null, equipment: null },
  provenance: {},
})

/** A Message that is a cargo report, counted by what it holds. `at` is where it begins, `segments` how many lines or segments it has. */
export const messageOf = (
  report: CargoReport,
  { at, segments, problems = [] }: { at: SourceRef; segments: number; problems?: readonly Problem[] }
): ReadMessage => {
  const equipment = new Set(
    report.consignments.flatMap(({ consignment }) => consignment.equipment.map((each) => each.number))
  )
  return {
    index: report.message,
    type: report.type,
    version: report.version,
    controlReference: report.controlReference,
    report,
    document: null,
    problems,
    counts: {
      segments,
      consignments: report.consignments.length,
      equipment: equipment.size,
      equipmentRecords: equipment.size,
      slots: 0,
      passengers: 0,
    },
    at,
  }
}
