import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Reading } from './reading.js'

/** `t('room.key'` of screens and `i18n.t(` / `formatMessage(` of the server; built keys are not seen. */
const USE =
  /(?<![\w.])(?:(?:i18n|ctx\.i18n)\.(?:t|formatMessage)|t|formatMessage)\(\s*(['"])([a-z_0-9]+\.[a-z_0-9]+)\1/g
const SOURCES = ['resources/**/*.{ts,vue}', 'app/**/*.ts', 'plugins/**/*.{ts,vue}']

/** Every literal key that code asks for has an English text. */
export function checkUsedTexts(root: string): Reading {
  const known = englishKeys(root)
  const faults: string[] = []
  let uses = 0
  const files = globSync(SOURCES, { cwd: root, exclude: (name) => name.includes('/pages/dev') })
  for (const file of files) {
    for (const [, , key] of codeOf(readFileSync(path.join(root, file), 'utf8')).matchAll(USE)) {
      uses++
      if (!known.has(key!)) faults.push(`${file}: ${key}: no English text`)
    }
  }
  return { lookedAt: { files: files.length, uses }, faults: [...new Set(faults)] }
}

/** Without block comments, whose examples are no uses. */
const codeOf = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '')

function englishKeys(root: string) {
  const keys = new Set<string>()
  for (const file of globSync(['resources/lang/en/*.json', 'plugins/*/locales/en.json'], { cwd: root })) {
    const room = file.startsWith('plugins/') ? file.split(path.sep)[1]! : path.basename(file, '.json')
    const texts = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>
    for (const key of Object.keys(texts)) keys.add(`${room}.${key}`)
  }
  return keys
}
