import type { ProfileRevision } from '#core/profiles/document'
import type { ProfileNames } from './profile_names.js'

/** What is live now of profiles that changed; `null` where nothing is any more. */
export type Changes = ReadonlyMap<string, ProfileRevision | null>

/** Revisions that were compiled together, and where each profile stands among them. */
export interface CompiledRevisions {
  readonly revisions: readonly ProfileRevision[]
  readonly places: ReadonlyMap<string, number>
}

/** Compiled revisions and what changed since. */
export interface Standing {
  readonly base: CompiledRevisions
  readonly changes: Changes
}

const inBase = ({ revisions, places }: CompiledRevisions, profile: string): ProfileRevision | null => {
  const place = places.get(profile)
  return place === undefined ? null : revisions[place]!
}

const now = ({ base, changes }: Standing, profile: string): ProfileRevision | null => {
  const changed = changes.get(profile)
  return changed === undefined ? inBase(base, profile) : changed
}

/** Everything that is live. */
export const liveOf = ({ base, changes }: Standing): ProfileRevision[] => [
  ...base.revisions.filter(({ profile }) => !changes.has(profile)),
  ...[...changes.values()].filter((each) => each !== null),
]

/** All changes since the base; one that was taken back is none. */
export const afterNews = ({ base, changes }: Standing, news: Changes): Changes =>
  news.size === 0 ? changes : only(base, [...changes, ...news])

/**
 * What changed since another base, one that was compiled when `then` had changed: nothing else can differ.
 */
export const sinceOther = (standing: Standing, other: CompiledRevisions, then: Changes): Changes =>
  only(
    other,
    [...then.keys(), ...standing.changes.keys()].map((profile) => [profile, now(standing, profile)])
  )

/** What really differs from the base. */
const only = (base: CompiledRevisions, all: readonly (readonly [string, ProfileRevision | null])[]): Changes =>
  new Map([...new Map(all)].filter(([profile, revision]) => inBase(base, profile)?.id !== revision?.id))

export const namesAfter = (names: ProfileNames, before: Standing, news: Changes): ProfileNames =>
  names.with(
    [...news.keys()].flatMap((profile) => now(before, profile) ?? []),
    [...news.values()].filter((each) => each !== null)
  )
