import type { Provenance } from '#core/cargo/consignment'
import type { Evidence, Layer } from '#core/indicators/definition'
import type { SourceRef } from '#core/kernel/source_ref'
import type { AssessmentView, EvidenceView, Quote, ShownBand } from '../../../resources/props/assessment.js'
import type { AssessmentRecord } from '../queries/get_assessment.js'

/** Finds the raw text a canonical path was read from; `[]` where the evidence is history or a list alone. */
export type Quoter = (path: string) => Quote[]

/** An assessment as the waterfall shows it: the stored result, its evidence resolved to the raw message. */
export function assessmentView(record: AssessmentRecord, provenance: Provenance, quote: Quoter, profileNames: ReadonlyMap<string, string>): AssessmentView {
  const { result, versions } = record
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
      source: sourceOf(reason.evidence, provenance),
      evidence: reason.evidence.map((each) => evidenceView(each, quote)),
      profiles: reason.profiles.map(({ profile, revision }) => ({ id: profile, name: profileNames.get(profile) ?? '', revision })),
    })),
    unknowns: result.unknowns.map((unknown) => ({ ...view(unknown), couldAdd: unknown.couldAdd, missing: unknown.missing, why: unknown.why })),
    clears: result.clears
      .map((clear) => ({
        ...view(clear),
        nearest: clear.nearest ? { because: { key: clear.nearest.because, params: { ...clear.nearest.params } }, distance: clear.nearest.distance } : null,
      }))
      .sort((a, b) => (a.nearest?.distance ?? 2) - (b.nearest?.distance ?? 2) || (a.code < b.code ? -1 : 1)),
    threats: result.threats.map((threat) => ({ ...threat })),
    weighed: result.reasons.length + result.unknowns.length + result.clears.length,
  }
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
  because: { key: evidence.because, params: { ...evidence.params } },
  list: evidence.list ?? null,
  quotes: evidence.paths.flatMap(quote),
})

/** e.g. `LOC+88`: tag of the first cited segment, with its qualifier. */
function sourceOf(evidence: readonly Evidence[], provenance: Provenance): string | null {
  const first: SourceRef | undefined = evidence.flatMap((each) => each.paths).flatMap((path) => provenance[path] ?? [])[0]
  return first ? first.tag : null
}
