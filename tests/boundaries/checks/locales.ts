import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { placeholders } from './icu.js'
import type { Reading } from './reading.js'

/** Languages of the core; every key stands in all of them. */
export const CORE_LOCALES = ['en', 'fr', 'es', 'ar'] as const

type Texts = Readonly<Record<string, string>>

/** One catalogue of texts: a room of the core, or a plugin. */
interface Catalogue {
  readonly name: string
  /** Locale → file from the root. */
  readonly files: Readonly<Record<string, string>>
}

/**
 * Reads `resources/lang/<locale>/<room>.json` and `plugins/<id>/locales/<locale>.json` and
 * reports missing and empty texts, unreadable ICU and placeholders that differ from English.
 * A plugin brings English and the languages it claims; each of them is complete.
 */
export function checkLocales(root: string): Reading {
  const catalogues = [...coreCatalogues(root), ...pluginCatalogues(root)]
  const faults: string[] = []
  let keys = 0
  let files = 0
  for (const { name, files: byLocale } of catalogues) {
    const texts = new Map<string, Texts>()
    for (const [locale, file] of Object.entries(byLocale)) {
      if (!existsSync(path.join(root, file))) {
        faults.push(`${file}: missing`)
        continue
      }
      texts.set(locale, JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Texts)
      files++
    }
    const english = texts.get('en')
    if (!english) faults.push(`${name}: no English texts`)
    const all = new Set([...texts.values()].flatMap((catalogue) => Object.keys(catalogue)))
    for (const [locale, catalogue] of texts) {
      for (const key of all)
        faults.push(
          ...faultsOf(key, locale, catalogue, english ?? {}).map((fault) => `${byLocale[locale]}: ${key}: ${fault}`)
        )
      keys += Object.keys(catalogue).length
    }
  }
  return { lookedAt: { files, keys }, faults }
}

function faultsOf(key: string, locale: string, texts: Texts, english: Texts): string[] {
  const text = texts[key]
  if (text === undefined) return ['missing']
  if (typeof text !== 'string' || text.trim() === '') return ['empty']
  try {
    const own = placeholders(text, locale).join(' ')
    const expected = placeholders(english[key] ?? text, 'en').join(' ')
    return own === expected ? [] : [`placeholders [${own}], in English [${expected}]`]
  } catch (error) {
    return [`not ICU: ${(error as Error).message}`]
  }
}

function coreCatalogues(root: string): Catalogue[] {
  const rooms = new Set(globSync('resources/lang/*/*.json', { cwd: root }).map((file) => path.basename(file)))
  return [...rooms].sort().map((room) => ({
    name: room,
    files: Object.fromEntries(CORE_LOCALES.map((locale) => [locale, `resources/lang/${locale}/${room}`])),
  }))
}

function pluginCatalogues(root: string): Catalogue[] {
  const byPlugin = new Map<string, Record<string, string>>()
  for (const file of globSync('plugins/*/locales/*.json', { cwd: root }).sort()) {
    const plugin = path.posix.dirname(path.posix.dirname(file))
    const files = byPlugin.get(plugin) ?? { en: `${plugin}/locales/en.json` }
    byPlugin.set(plugin, { ...files, [path.basename(file, '.json')]: file })
  }
  return [...byPlugin].map(([name, files]) => ({ name, files }))
}
