import type { Provenance } from '#core/cargo/consignment'
import type { ClearReason } from '#core/assessment/assessment'
import type { Evidence, Layer } from '#core/indicators/definition'
import type { AssessmentView, EvidenceView, Quote, ShownBand } from '../../../resources/props/assessment.js'
import type { AssessmentRecord } from '../queries/get_assessment.js'
import { placeName } from './call_summary.js'

/** Finds the raw text a canonical path was read from; `[]` where the evidence is history or a list alone. */
export type Quoter = (path: string) => Quote[]

/**
 * An assessment as the waterfall shows it: the stored result, its evidence resolved to the raw message.
 * @param misses of profiles that do not apply; `null` where they are too many to be read for a page.
 */
export function assessmentView(
  record: AssessmentRecord,
  provenance: Provenance,
  quote: Quoter,
  profileNames: ReadonlyMap<string, string>,
  misses: readonly ClearReason[] | null = []
): AssessmentView {
  const { result, versions } = record
  const clears = withMisses(result, misses ?? [])
  return {
    id: record.id,
    revision: record.revision,
    at: record.assessed_at.toISOString(),
    summary: {
      band: (record.revision < record.latest_revision ? 'stale' : record.band) as ShownBand,
      score: record.score,
      upTo: record.up_to > record.score ? record.up_to : null,
    },
    cuts: { medium: versions.cuts.medium, high: versions.cuts.high },
    reasons: result.reasons.map((reason) => ({
      ...view(reason),
      version: reason.version,
      threats: [...reason.threats],
      counted: reason.counted,
      groupUsed: reason.groupUsed,
      groupCap: reason.groupCap,
      hard: reason.hard,
      source: sourceOf(reason.evidence, provenance, quote),
      evidence: reason.evidence.map((each) => evidenceView(each, quote)),
      profiles: reason.profiles.map(({ profile, revision }) => ({
        id: profile,
        name: profileNames.get(profile) ?? '',
        revision,
      })),
    })),
    unknowns: result.unknowns.map((unknown) => ({
      ...view(unknown),
      couldAdd: unknown.couldAdd,
      missing: unknown.missing,
      why: unknown.why,
    })),
    furtherUnknowns: (result.furtherUnknowns ?? []).map((each) => ({ ...each })),
    missesLeftOut: misses === null,
    clears: clears
      .map((clear) => ({
        ...view(clear),
        nearest: clear.nearest
          ? {
              because: { key: clear.nearest.because, params: { ...clear.nearest.params } },
              distance: clear.nearest.distance,
            }
          : null,
      }))
      .sort((a, b) => (a.nearest?.distance ?? 2) - (b.nearest?.distance ?? 2) || (a.code < b.code ? -1 : 1)),
    threats: result.threats.map((threat) => ({ ...threat })),
    weighed: result.reasons.length + result.unknowns.length + clears.length,
  }
}

/** A code that hits or is open in one profile is no miss of another. */
function withMisses(result: AssessmentRecord['result'], misses: readonly ClearReason[]): readonly ClearReason[] {
  const said = new Set([...result.reasons, ...result.unknowns, ...result.clears].map(({ code }) => code))
  return [...result.clears, ...misses.filter(({ code }) => !said.has(code))]
}

interface Named {
  code: string
  title: string
  titleParams: Readonly<Record<string, string | number>>
  layer: Layer
  group: string
  points: number
}

const view = ({ code, title, titleParams, layer, group, points }: Named) => ({
  code,
  title: { key: title, params: { ...titleParams } },
  layer,
  group,
  points,
})

const evidenceView = (evidence: Evidence, quote: Quoter): EvidenceView => ({
  because: { key: evidence.because, params: named(evidence.params) },
  list: evidence.list ?? null,
  quotes: evidence.paths.flatMap(quote),
})

/** e.g. `LOC+88`: tag and qualifier of the first cited segment, or its tag where the raw text may not be read. */
function sourceOf(evidence: readonly Evidence[], provenance: Provenance, quote: Quoter): string | null {
  const path = evidence.flatMap((each) => each.paths).find((each) => provenance[each]?.length)
  if (!path) return null
  const cited = quote(path)[0]?.lines.find((line) => line.marks.length > 0)
  return cited?.text.match(/^[A-Z]{3}\+[A-Z0-9]{1,4}(?=[+:'])/)?.[0] ?? provenance[path]?.[0]?.tag ?? null
}

/** Codes of places are named beside their code: officers know ports by name. */
const named = (params: Evidence['params']): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, PLACE_PARAMS.has(name) ? placeWithName(value) : value])
  )

const PLACE_PARAMS = new Set(['place', 'port'])

function placeWithName(value: string | number): string | number {
  const name = placeName(String(value))
  return name && name !== value ? `${name} (${value})` : value
}
