import type { Fields } from '../../core/indicators/definition.js'
import { MODES } from '../../core/cargo/codes.js'
import type { CodeListEdition, Identifier } from '../contributions.js'
import type { PluginDefinition, PluginSettings } from '../plugin.js'
import { fault, type Found } from './fault.js'

/** Deadlines, code lists and identifiers. */
export const tableFaults = (plugin: PluginDefinition): readonly Found[] => [
  ...deadlineFaults(plugin),
  ...codeListFaults(plugin.codeLists ?? []),
  ...(plugin.identifiers ?? []).flatMap(identifierFaults),
]

const deadlineFaults = (plugin: PluginDefinition): readonly Found[] => {
  const fields: Fields = (plugin.settings as PluginSettings | undefined)?.fields ?? {}
  const modes = new Set<string>()
  return (plugin.deadlines ?? []).flatMap(({ code, mode, hours, setting }) => {
    const found: Found[] = []
    const say = (reason: string, fix: string) => found.push(fault('E_PLUGIN_DEADLINE', code, reason, fix))
    if (!MODES.includes(mode)) say(`There is no mode "${mode as string}".`, `Modes are ${MODES.join(', ')}.`)
    if (modes.has(mode)) say(`It is the second deadline of ${mode}.`, 'Keep one a mode: cargo is late once.')
    modes.add(mode)
    if (!(hours > 0 && Number.isFinite(hours)))
      say(`${hours} hours are no deadline.`, 'Say how many hours, above 0; 0.25 is a quarter of an hour.')
    const field = setting === undefined ? undefined : fields[setting]
    if (setting !== undefined && field?.kind !== 'integer' && field?.kind !== 'decimal')
      say(`Setting "${setting}" is no number of this plugin.`, 'Name a decimal or integer field of `settings`.')
    else if (field && !((field.min ?? -1) > 0 || field.min === 1))
      say(`Setting "${setting}" may be 0 or below.`, 'Give the field a `min` above 0.')
    return found
  })
}

const codeListFaults = (lists: readonly CodeListEdition[]): readonly Found[] => {
  const seen = new Set<string>()
  return lists.flatMap(({ code, edition, effectiveFrom, rows }) => {
    const found: Found[] = []
    const say = (reason: string, fix: string) =>
      found.push(fault('E_PLUGIN_CODE_LIST', `${code} ${edition}`, reason, fix))
    if (seen.has(`${code} ${edition}`) || seen.has(`${code} ${effectiveFrom}`))
      say('There are two editions of this name or day.', 'Give the newer one another name and day.')
    seen.add(`${code} ${edition}`).add(`${code} ${effectiveFrom}`)
    if (!isDay(effectiveFrom)) say(`"${effectiveFrom}" is no day.`, 'Write it as 2026-01-31.')
    if (rows.length === 0) say('It is empty.', 'Give it rows, or remove it.')
    const codes = rows.map((row) => row.code)
    const twice = codes.find((each, at) => codes.indexOf(each) !== at)
    if (twice !== undefined) say(`Code "${twice}" is in it twice.`, 'Keep one row a code.')
    if (rows.some((row) => row.code.trim() === '' || row.name.trim() === ''))
      say('A row has no code or no name.', 'Fill it, or remove it.')
    return found
  })
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** Bad numbers are data: a validator is shown junk as well, and never throws. */
const JUNK = ['', ' ', '0', '-', '\u0000', 'ÁÉ', 'x'.repeat(4000)]

const identifierFaults = (identifier: Identifier): readonly Found[] => {
  const { code, examples } = identifier
  const say = (reason: string, fix: string) => [fault('E_PLUGIN_IDENTIFIER', code, reason, fix)]
  if (examples.valid.length === 0 || examples.invalid.length === 0)
    return say('It has no good or no bad example.', 'Give at least one invented number of each kind.')
  for (const value of [...JUNK, ...examples.valid, ...examples.invalid]) {
    try {
      identifier.valid(value)
    } catch (error) {
      return say(
        `It throws on ${JSON.stringify(value.slice(0, 20))}: ${(error as Error).message}.`,
        'Answer false or null instead.'
      )
    }
  }
  const refused = examples.valid.find((value) => identifier.valid(value) !== true)
  if (refused !== undefined)
    return say(`Its good example ${refused} is not valid.`, 'Correct the example or the check digit.')
  const admitted = examples.invalid.find((value) => identifier.valid(value) !== false)
  return admitted === undefined
    ? []
    : say(`Its bad example ${admitted} is not invalid.`, 'Correct the example or the check digit.')
}
