import { blankConsignment } from '../formats/blank.js'
import type { PluginDefinition } from '../plugin.js'
import { defaultSettings } from '../settings.js'
import { fault, type Found } from './fault.js'
import { deepFreeze } from './freeze.js'

/** What a fact must live with. */
const BARE = deepFreeze(blankConsignment(0))

/** Facts of a bare consignment: derived without throwing, without changing it, and twice alike. */
export const derivationFaults = (plugin: PluginDefinition): readonly Found[] =>
  (plugin.facts ?? []).flatMap(({ key, derive }) => {
    const say = (reason: string, fix: string) => [fault('E_PLUGIN_IMPURE', key, reason, fix)]
    const input = deepFreeze({ consignment: BARE, nature: BARE.nature, settings: defaultSettings(plugin) })
    try {
      const first = derive(input)
      if (JSON.stringify(derive(input)) !== JSON.stringify(first))
        return say('Derived twice it differs.', 'Keep nothing between calls; use no clock and no chance.')
      if (first.known)
        return [
          fault(
            'E_PLUGIN_UNKNOWN',
            key,
            'Of a consignment without any data it is known.',
            "Answer { known: false, why: 'not_filed' } where nothing was filed."
          ),
        ]
      return []
    } catch (error) {
      return say(
        `It throws on a consignment without data: ${(error as Error).message}.`,
        'Answer with a missing fact instead; change nothing of the consignment.'
      )
    }
  })
