import type { CargoReport } from '#core/cargo/cargo_report'
import { ASYCUDA_ROOTS } from '#core/formats/asycuda/roots'
import type { Instant } from '#core/kernel/instant'
import { announce } from '#platform/events/announce'
import { consignmentKeys } from '../consignment_key.js'
import { contentHash } from '../content.js'
import type { RevisedConsignment } from '../events.js'
import { planRegistration, type KnownConsignment, type ManifestEffect } from '../plan_registration.js'
import { portOfReport } from '../port_of_report.js'
import type { StoredReport } from '../stored_report.js'
import { ownPlaces } from '../queries/own_places.js'
import { callOfReport } from './call_of_report.js'
import { checkHouses } from './check_houses.js'
import { checkOverlaps } from './check_overlaps.js'
import { checkShip } from './check_ship.js'
import { closeConsignments } from './close_consignments.js'
import {
  findManifest,
  manifestMeant,
  openManifest,
  updateManifest,
  type FiledManifest,
  type PlacedReport,
} from './keep_manifest.js'
import { moveManifests } from './move_manifests.js'
import { asCorrection, renumberedProblem } from './renumbered_manifest.js'
import { recordFiling } from './record_filing.js'
import { storeConsignments, type ConsignmentToStore } from './store_consignments.js'
import { lateChangeProblems, missingProblems, type VersionProblem } from './version_problems.js'

export interface FilingOfReport {
  messageId: string
  sender: { id: string; code: string }
  filedAt: Instant
  historical: boolean
}

export interface Registration {
  effect: ManifestEffect
  manifestId: string | null
  callId: string | null
  /** Of the consignments of the report, in its order; `null` where none was stored. */
  consignmentIds: (string | null)[]
  counts: { created: number; revised: number; unchanged: number; closed: number }
  /** Of versions: what the Message asked for and could not mean. */
  problems: VersionProblem[]
}

const NOTHING: Registration = {
  effect: 'none',
  manifestId: null,
  callId: null,
  consignmentIds: [],
  counts: { created: 0, revised: 0, unchanged: 0, closed: 0 },
  problems: [],
}

/**
 * Brings the register up to what a Message says (FORMATS section 14), inside the caller's unit of
 * work. Who filed first, and when, never changes. The same content again makes no new revision.
 */
export async function registerCargoReport(report: CargoReport, filing: FilingOfReport): Promise<Registration> {
  if (report.function === 'test' || report.test) return NOTHING
  const own = await ownPlaces()
  const placed = { report, port: portOfReport(report, own) }
  if (report.function === 'status_only') return spokenAbout(placed, filing.sender.id)
  const known = await findManifest(placed, filing.sender.id)
  const keys = consignmentKeys(report.consignments.map(({ consignment }) => consignment))
  const hashes = report.consignments.map(contentHash)
  const plan = planRegistration({
    function: known?.renumbered === undefined ? report.function : asCorrection(report.function),
    manifest: known,
    known: known?.consignments ?? new Map(),
    withoutFunction: ASYCUDA_ROOTS.has(report.type.toLowerCase()),
    reported: keys.map((key, at) => ({ key, contentHash: hashes[at]! })),
  })
  if (plan.effect === 'none') return { ...NOTHING, problems: plan.problems }
  // Before the call takes the new name in.
  const ofShip = filing.historical ? [] : await checkShip(report)
  const told = await callOfReport(placed, filing)
  const manifest = known ?? (await openManifest(placed, filing, told))
  if (known) await updateManifest(known, placed, filing, plan.effect)
  if (told !== null && told !== manifest.callId) await moveManifests([manifest.id], told)
  const callId = told ?? manifest.callId
  const toStore = [...plan.create, ...plan.revise].map((at): ConsignmentToStore => ({
    key: keys[at]!,
    contentHash: hashes[at]!,
    reported: report.consignments[at]!,
    before: manifest.consignments.get(keys[at]!) ?? null,
  }))
  const stored = await storeConsignments(
    { ...filing, manifestId: manifest.id, callId, firstFiler: filing.sender.code, own },
    toStore
  )
  const closed = await closeConsignments({ ...filing, effect: plan.close.effect }, knownOf(manifest, plan.close.keys))
  await tell(toStore, stored, closed)
  const changed = [...stored.filter((_, at) => toStore[at]!.before !== null), ...closed]
  const late = await lateChangeProblems(
    changed.map(({ consignmentId }) => consignmentId),
    filing
  )
  const across = filing.historical ? [] : await checkAcross({ callId, filing, stored: usableOf(toStore, stored) })
  if (callId) await recordFiling(callId, known ? 'manifest_amended' : 'manifest_filed', filing)
  return {
    effect: plan.effect,
    manifestId: manifest.id,
    callId,
    consignmentIds: consignmentIds(keys, manifest, toStore, stored),
    counts: {
      created: plan.create.length,
      revised: plan.revise.length,
      unchanged: plan.unchanged.length,
      closed: closed.length,
    },
    problems: [
      ...renumberedProblem(known),
      ...plan.problems,
      ...missingProblems(knownOf(manifest, plan.missing)),
      ...late,
      ...ofShip,
      ...across,
    ],
  }
}

const checkAcross = async (report: StoredReport): Promise<VersionProblem[]> => [
  ...(await checkHouses(report)),
  ...(await checkOverlaps(report)),
]

const usableOf = (
  toStore: readonly ConsignmentToStore[],
  stored: readonly RevisedConsignment[]
): StoredReport['stored'] =>
  stored.flatMap(({ consignmentId }, at) => {
    const { reported } = toStore[at]!
    return reported.usable ? [{ consignmentId, reported }] : []
  })

/** A Message that only says how things stand changes nothing, and belongs to the document it names. */
async function spokenAbout(placed: PlacedReport, senderId: string): Promise<Registration> {
  const manifest = await manifestMeant(placed, senderId)
  return manifest ? { ...NOTHING, manifestId: manifest.id, callId: manifest.callId } : NOTHING
}

const knownOf = (manifest: FiledManifest, keys: readonly string[]): KnownConsignment[] =>
  keys.flatMap((key) => manifest.consignments.get(key) ?? [])

/** An unusable consignment is kept and not weighed; when it was weighed before, its assessment is withdrawn like a removed one's. */
async function tell(
  toStore: readonly ConsignmentToStore[],
  stored: readonly RevisedConsignment[],
  closed: readonly RevisedConsignment[]
) {
  const revisions = [
    ...stored.flatMap((revision, at) => {
      const { reported, before } = toStore[at]!
      if (reported.usable) return [revision]
      return before?.state === 'filed' ? [{ ...revision, effect: 'removed' as const }] : []
    }),
    ...closed,
  ]
  if (revisions.length > 0) await announce('consignment:revised', { because: 'revised', revisions })
}

function consignmentIds(
  keys: readonly string[],
  manifest: FiledManifest,
  toStore: readonly ConsignmentToStore[],
  stored: readonly RevisedConsignment[]
): (string | null)[] {
  const fresh = new Map(toStore.map(({ key }, at) => [key, stored[at]!.consignmentId]))
  return keys.map((key) => fresh.get(key) ?? manifest.consignments.get(key)?.consignmentId ?? null)
}
