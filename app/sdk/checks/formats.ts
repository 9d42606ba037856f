import type { PluginDefinition } from '../plugin.js'
import { fault, type Found } from './fault.js'

/** What a format may be shown: nothing, binary, text of somebody else's. */
const JUNK = ['', '\u0000\u0001\u0002', 'UNB+UNOA:2', '<?xml version="1.0"?>', '{"a": [', 'x'.repeat(4096)]

/** A format says of any bytes how sure it is, and is not sure of junk. */
export const formatFaults = (plugin: PluginDefinition): readonly Found[] =>
  (plugin.formats ?? []).flatMap(({ code, detect }) => {
    const say = (reason: string, fix: string) => [fault('E_PLUGIN_FORMAT', code, reason, fix)]
    for (const text of JUNK) {
      try {
        const sure = detect(new TextEncoder().encode(text))
        if (!(sure >= 0 && sure <= 1))
          return say(`It is sure by ${sure} of "${text.slice(0, 12)}".`, 'Answer a number from 0 to 1.')
        if (sure >= 0.5) return say(`It claims "${text.slice(0, 12)}".`, 'Look for what only its own files have.')
      } catch (error) {
        return say(
          `detect throws on "${text.slice(0, 12)}": ${(error as Error).message}.`,
          'Answer 0 for what it does not know.'
        )
      }
    }
    return []
  })
