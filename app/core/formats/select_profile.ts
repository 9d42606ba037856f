import type { Clue, FormatProfile } from './profile.js'

/** What profiles are chosen by. */
export interface MessageFeatures {
  readonly type: string
  readonly version: string | null
  readonly association: string | null
  readonly sender: string | null
  readonly recipient: string | null
  /** UN 1001. */
  readonly documentCode: string | null
  /** UN 1000, where a country tells its reports apart by name. */
  readonly documentName: string | null
  /** Qualifiers of the LOCs before the first consignment. */
  readonly headerPlaces: ReadonlySet<string>
  /** Tags before the first consignment. */
  readonly headerTags: ReadonlySet<string>
}

const holds = (clue: Clue, features: MessageFeatures): boolean => {
  if (clue.what === 'headerPlace') return clue.is.some((qualifier) => features.headerPlaces.has(qualifier))
  if (clue.what === 'headerTag') return clue.is.some((tag) => features.headerTags.has(tag))
  const value = features[clue.what] ?? ''
  return 'is' in clue ? clue.is.includes(value) : value.startsWith(clue.startsWith)
}

/** How well a profile fits, 0 to 1. */
export const confidence = (profile: FormatProfile, features: MessageFeatures): number => {
  if (profile.message !== features.type) return 0
  const weights = profile.detect.clues.map((clue) => (holds(clue, features) ? clue.weight : 0))
  return Math.min(
    1,
    weights.reduce((sum, weight) => sum + weight, 0)
  )
}

/** The profile of this message that fits best; the first of equals; the last resort where none reaches its minimum. */
export const selectProfile = <Profile extends FormatProfile>(
  profiles: readonly FormatProfile[],
  lastResort: Profile,
  features: MessageFeatures
): Profile => {
  const isSame = (profile: FormatProfile): profile is Profile => profile.message === lastResort.message
  let best = lastResort
  let bestConfidence = 0
  for (const profile of profiles.filter(isSame)) {
    const found = confidence(profile, features)
    if (found >= profile.detect.minimum && found > bestConfidence) [best, bestConfidence] = [profile, found]
  }
  return best
}
