import type { Fields, MessageKey } from '../../core/indicators/definition.js'
import { contributionsOf } from '../contribution_list.js'
import type { PluginDefinition, PluginSettings } from '../plugin.js'
import { fault, type Found } from './fault.js'
import { placeholders } from './placeholders.js'

export type Texts = Readonly<Record<string, string>>

/** Every key that a plugin names, with where it names it. */
const keysOf = (plugin: PluginDefinition): readonly (readonly [at: string, key: MessageKey])[] => [
  ['country.name', plugin.country.name],
  ...contributionsOf(plugin).flatMap(({ code, title }) => (title === null ? [] : [[`${code}.title`, title] as const])),
  ...labels('settings.fields', (plugin.settings as PluginSettings | undefined)?.fields ?? {}),
  ...(plugin.codeLists ?? []).map(({ title }, index) => [`codeLists.${index}.title`, title] as const),
  ...(plugin.pages ?? []).map(({ title }, index) => [`pages.${index}.title`, title] as const),
  ...(plugin.panels ?? []).map(({ title }, index) => [`panels.${index}.title`, title] as const),
  ...(plugin.letterhead?.lines ?? []).map((key, index) => [`letterhead.lines.${index}`, key] as const),
  ...(plugin.indicators ?? []).flatMap(({ args }, index) => labels(`indicators.${index}.args`, args as Fields)),
]

const labels = (at: string, fields: Fields) =>
  Object.entries(fields).map(([name, { label }]) => [`${at}.${name}.label`, label] as const)

/** Texts: English is there, every language is complete, and every key that is named has a text. */
export const textFaults = (plugin: PluginDefinition, texts: ReadonlyMap<string, Texts>): readonly Found[] => {
  const english = texts.get('en')
  if (!english)
    return [
      fault('E_PLUGIN_LOCALE', 'locales.en', 'There are no English texts.', 'Add locales/en.json and list it as `en`.'),
    ]
  const found: Found[] = []
  for (const [locale, own] of texts) if (locale !== 'en') found.push(...languageFaults(locale, own, english))
  for (const [key, text] of Object.entries(english))
    if (placeholders(text) === null)
      found.push(
        fault('E_PLUGIN_TEXT', 'locales/en.json', `"${key}" is not ICU: its braces do not pair.`, 'Pair them.')
      )
  for (const [at, key] of keysOf(plugin)) {
    if (!key.startsWith(`${plugin.id}.`))
      found.push(
        fault(
          'E_PLUGIN_PREFIX',
          at,
          `"${key}" is not a text of this plugin.`,
          `Use a key that starts with ${plugin.id}.`
        )
      )
    else if (english[key.slice(plugin.id.length + 1)] === undefined)
      found.push(
        fault(
          'E_PLUGIN_TEXT',
          at,
          `"${key}" has no text.`,
          `Add "${key.slice(plugin.id.length + 1)}" to every locales/*.json.`
        )
      )
  }
  return found
}

const languageFaults = (locale: string, own: Texts, english: Texts): readonly Found[] => {
  const at = `locales/${locale}.json`
  const lacking = Object.keys(english).filter((key) => own[key] === undefined || own[key].trim() === '')
  const strange = Object.keys(own).filter((key) => english[key] === undefined)
  const other = Object.keys(english).filter(
    (key) => own[key] !== undefined && String(placeholders(own[key])) !== String(placeholders(english[key]!))
  )
  return [
    ...lacking.map((key) =>
      fault('E_PLUGIN_TEXT', at, `"${key}" is missing.`, `Translate "${key}"; a language is whole.`)
    ),
    ...strange.map((key) =>
      fault('E_PLUGIN_TEXT', at, `"${key}" is not in English.`, 'Add it to locales/en.json or remove it.')
    ),
    ...other.map((key) =>
      fault('E_PLUGIN_TEXT', at, `"${key}" has other placeholders than in English.`, 'Use the same names in braces.')
    ),
  ]
}
