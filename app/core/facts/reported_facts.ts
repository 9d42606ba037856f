import type { Consignment } from '../cargo/consignment.js'
import type { ReferenceData } from '../reference/reference_data.js'
import type { Fact, FactKey } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import { grossWeight } from './weight.js'

/** What bay plans and terminals said of the containers of a consignment on its call. */
export interface ReportedOfConsignment {
  /** Containers of the newest inbound bay plan; `null` where none was filed. */
  readonly plan: ReadonlySet<string> | null
  readonly boxes: ReadonlyMap<string, ReportedBox>
}
export interface ReportedBox {
  /** Bay (3), row (2) and tier (2). */
  readonly cell: string | null
  readonly verifiedGrossKg: number | null
  readonly loadedSeals: readonly string[]
  readonly dischargedSeals: readonly string[]
}

type ReportedKey = Extract<FactKey, `reported.${string}`>

const NOTHING: ReportedOfConsignment = { plan: null, boxes: new Map() }
/** Nobody has to report, so that nobody waits for it. */
const unreported = missing('not_carried')

/** Facts of the containers as others than the filer saw them: of arriving cargo alone. */
export const reportedFacts = (
  consignment: Consignment,
  reference: ReferenceData,
  shared: ReadonlySet<string>,
  { plan, boxes }: ReportedOfConsignment = NOTHING
): Facts<ReportedKey> => {
  const containers = consignment.equipment.flatMap((box, index) =>
    box.kind === 'container' ? [{ box, path: `equipment.${index}`, told: boxes.get(box.number) }] : []
  )
  if (containers.length === 0 || consignment.nature === 'export') {
    const none = missing('not_applicable')
    return {
      'reported.cells': none,
      'reported.notInPlan': none,
      'reported.sealsChanged': none,
      'reported.weightDifferenceKg': none,
    }
  }
  const absent = containers.filter(({ box }) => plan !== null && !plan.has(box.number))
  const sealed = containers.filter(({ told }) => told !== undefined && told.dischargedSeals.length > 0)
  const changed = sealed.filter(({ box, told }) => {
    const before = told!.loadedSeals.length > 0 ? told!.loadedSeals : box.seals
    return before.length > 0 && !sameSeals(before, told!.dischargedSeals)
  })
  return {
    'reported.cells': containers.some(({ told }) => told?.cell)
      ? known(
          containers.map(({ told }) => told?.cell ?? ''),
          containers.map(({ path }) => `${path}.number`)
        )
      : unreported,
    'reported.notInPlan':
      plan === null
        ? unreported
        : known(
            absent.map(({ box }) => box.number),
            absent.map(({ path }) => `${path}.number`)
          ),
    'reported.sealsChanged':
      sealed.length < containers.length && changed.length === 0
        ? unreported
        : known(
            changed.map(({ box }) => box.number),
            changed.map(({ path }) => `${path}.seals`)
          ),
    'reported.weightDifferenceKg': weightDifference(consignment, reference, shared, boxes),
  }
}

/** Verified gross mass of all containers less goods and tares as declared. */
const weightDifference = (
  consignment: Consignment,
  reference: ReferenceData,
  shared: ReadonlySet<string>,
  boxes: ReportedOfConsignment['boxes']
): Fact<number> => {
  const containers = consignment.equipment.filter(({ kind }) => kind === 'container')
  if (containers.some(({ number }) => shared.has(number))) return missing('not_applicable')
  const weight = grossWeight(consignment)
  let verified = 0
  let tares = 0
  for (const box of containers) {
    const gross = boxes.get(box.number)?.verifiedGrossKg
    const tare = box.tareKg ?? reference.containerType(box.sizeType ?? '')?.tareKg
    if (gross == null) return unreported
    if (tare == null) return missing('no_reference')
    verified += gross
    tares += tare
  }
  return weight.known ? known(Math.round(verified - weight.value - tares), weight.from) : weight
}

const sameSeals = (a: readonly string[], b: readonly string[]): boolean => {
  const plain = (seals: readonly string[]) => new Set(seals.map((seal) => seal.toUpperCase().replace(/[^A-Z0-9]/g, '')))
  const [one, other] = [plain(a), plain(b)]
  return one.size === other.size && [...one].every((seal) => other.has(seal))
}
