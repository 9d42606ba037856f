import { declaredFacts } from '../../core/indicators/declared_facts.js'
import type { AnyFactKey, Fact, FactSnapshot } from '../../core/facts/catalogue.js'
import { factReader, known, missing } from '../../core/facts/fact.js'
import { argumentsOf } from '../../core/indicators/arguments.js'
import type { Verdict } from '../../core/indicators/definition.js'
import type { PluginIndicator } from '../contributions.js'
import type { PluginDefinition } from '../plugin.js'
import { fault, type Found } from './fault.js'
import type { Texts } from './texts.js'

/**
 * Runs each indicator on its example: it hits, with evidence that has a text; with any input taken
 * away it is not clear, with all of them it is unknown; and twice the same gives the same.
 */
export const indicatorFaults = (plugin: PluginDefinition, english: Texts): readonly Found[] =>
  (plugin.indicators ?? []).flatMap((indicator) => {
    try {
      return faultsOf(plugin.id, indicator, english)
    } catch (error) {
      return [
        fault(
          'E_PLUGIN_IMPURE',
          indicator.code,
          `It throws: ${(error as Error).message}.`,
          'Answer unknown instead, and list every fact it asks in `reads`.'
        ),
      ]
    }
  })

const faultsOf = (plugin: string, indicator: PluginIndicator, english: Texts): readonly Found[] => {
  const { code, reads, example } = indicator
  const evidence = (reason: string, fix: string) => [fault('E_PLUGIN_EVIDENCE', code, reason, fix)]
  const unknown = (reason: string) => [
    fault(
      'E_PLUGIN_UNKNOWN',
      code,
      reason,
      'Ask `fact.known` of each fact first, and answer unknown with its key: absent data is never clear.'
    ),
  ]
  if (reads.length === 0) return unknown('It reads no fact.')
  const strange = Object.keys(example).find((key) => !reads.some((each) => each === key))
  if (strange !== undefined)
    return evidence(`Its example has "${strange}", which it does not read.`, 'Give a value for what stands in `reads`.')

  const verdict = ask(indicator, example, [])
  if (JSON.stringify(ask(indicator, example, [])) !== JSON.stringify(verdict))
    return [
      fault(
        'E_PLUGIN_IMPURE',
        code,
        'Asked twice it answers differently.',
        'Keep nothing between calls; use no clock and no chance.'
      ),
    ]
  if (verdict.is !== 'hit')
    return evidence(`On its example it is ${verdict.is}.`, 'Write an `example` under which it hits.')
  if (verdict.evidence.length === 0)
    return evidence('It hits without evidence.', 'Say what was seen: `because`, `params`, `paths`.')
  const wordless = verdict.evidence.find(
    ({ because }) => !because.startsWith(`${plugin}.`) || english[because.slice(plugin.length + 1)] === undefined
  )
  if (wordless)
    return evidence(`Its evidence "${wordless.because}" has no text.`, `Add it to every locales/*.json of ${plugin}.`)

  // Yes-or-no facts turned over are what it is most often clear on.
  const turned = ask(indicator, turnedOver(example), [])
  const miss = turned.is === 'clear' ? turned.nearest?.because : undefined
  if (miss?.startsWith(`${plugin}.`) && english[miss.slice(plugin.length + 1)] === undefined)
    return evidence(`It is clear with "${miss}", which has no text.`, `Add it to every locales/*.json of ${plugin}.`)

  const blind = reads.filter((key) => Object.hasOwn(example, key))
  const fooled = blind.find((key) => ask(indicator, example, [key]).is === 'clear')
  if (fooled !== undefined) return unknown(`Without "${fooled}" it is clear.`)
  const without = ask(indicator, example, reads)
  return without.is === 'unknown' ? [] : unknown(`Without any fact it is ${without.is}.`)
}

const turnedOver = (example: PluginIndicator['example']): PluginIndicator['example'] =>
  Object.fromEntries(Object.entries(example).map(([key, value]) => [key, typeof value === 'boolean' ? !value : value]))

/** The verdict on the values of the example, without some of them; facts are frozen. */
const ask = (
  indicator: PluginIndicator,
  example: PluginIndicator['example'],
  without: readonly AnyFactKey[]
): Verdict => {
  const facts = Object.fromEntries(
    indicator.reads.map((key): [string, Fact<unknown>] => {
      const value = without.includes(key) ? undefined : example[key]
      return [key, Object.freeze(value === undefined ? missing('not_filed') : known(freeze(value), ['example']))]
    })
  )
  const reader = factReader(Object.freeze(facts) as unknown as FactSnapshot)
  const args = Object.freeze(argumentsOf({ ...indicator } as never, {}))
  return indicator.assess({ facts: declaredFacts(indicator, reader), args })
}

const freeze = <T>(value: T): T => (Array.isArray(value) ? (Object.freeze([...value]) as T) : value)
