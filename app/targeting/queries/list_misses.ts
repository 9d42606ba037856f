import type { ClearReason } from '#core/assessment/assessment'
import { whyNot } from '#core/engine/why_not'
import type { FactSnapshot } from '#core/facts/catalogue'
import { knownIndicators } from '../indicator_registries.js'
import type { EngineVersions } from './load_engine.js'
import { editions, revisions, revisionsNamed } from './read_revisions.js'

/** Profiles that are read again for a page. */
const MOST_PROFILES = 5000

/**
 * What the profiles of an assessment that do not apply missed, from its facts and the versions it was made with. `null` with
 * more profiles than a page can read.
 */
export async function listMisses(
  facts: FactSnapshot,
  versions: Pick<EngineVersions, 'profiles' | 'lists'>
): Promise<readonly ClearReason[] | null> {
  const { revisions: named } = await revisionsNamed(versions.profiles)
  if (named.length > MOST_PROFILES) return null
  const live = await revisions(named.map(({ id }) => id))
  const lists = await editions(versions.lists)
  return whyNot(facts, live, knownIndicators, { get: (code) => lists.get(code) ?? null })
}
