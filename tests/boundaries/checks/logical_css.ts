import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sidedUtilities } from '../rules/logical_direction.js'
import type { Reading } from './reading.js'

const SIDED_DECLARATION =
  /^\s*(?:(?:margin|padding|border)-(?:left|right)(?:-\w+)?|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|^\s*(?:text-align|float|clear)\s*:\s*(?:left|right)\b/

/** Style sheets and style blocks name no side of the screen: `margin-inline-start`, not `margin-left`. */
export function checkLogicalCss(root: string): Reading {
  const files = globSync(['resources/**/*.{css,vue}', 'plugins/*/resources/**/*.{css,vue}'], { cwd: root })
  const faults: string[] = []
  let lines = 0
  for (const file of files) {
    const text = readFileSync(path.join(root, file), 'utf8')
    for (const [number, line] of styleLines(text, file)) {
      lines++
      const applied = /@apply\s+([^;]+)/.exec(line)?.[1] ?? ''
      const sided = line.split(/[{;]/).some((part) => SIDED_DECLARATION.test(part))
      if (sided || sidedUtilities(applied).length > 0) faults.push(`${file}:${number}: ${line.trim()}`)
    }
  }
  return { lookedAt: { files: files.length, lines }, faults }
}

/** Numbered lines that are CSS: all of a style sheet, the style blocks of a component. */
function* styleLines(text: string, file: string): Generator<[number, string]> {
  let inside = file.endsWith('.css')
  for (const [index, line] of text.split('\n').entries()) {
    if (/^<style\b/.test(line)) inside = true
    else if (/^<\/style>/.test(line)) inside = false
    else if (inside) yield [index + 1, line]
  }
}
