import { BUILTIN_INDICATORS } from './builtin/main.js'
import type { IndicatorDefinition } from './definition.js'

export interface IndicatorRegistry {
  readonly all: readonly IndicatorDefinition[]
  /** `null` when no such version is known. */
  find(code: string, version: number): IndicatorDefinition | null
  /** Highest version of a code: what a new condition uses. */
  latest(code: string): IndicatorDefinition | null
}

/** @throws when two definitions claim the same code and version: a fault of the build, not of data. */
export const indicatorRegistry = (definitions: readonly IndicatorDefinition[]): IndicatorRegistry => {
  const byVersion = new Map<string, IndicatorDefinition>()
  const byCode = new Map<string, IndicatorDefinition>()
  for (const definition of definitions) {
    const name = `${definition.code}@${definition.version}`
    if (byVersion.has(name)) throw new Error(`E_INDICATOR_TWICE: ${name}`)
    byVersion.set(name, definition)
    if (definition.version > (byCode.get(definition.code)?.version ?? 0)) byCode.set(definition.code, definition)
  }
  return Object.freeze({
    all: Object.freeze([...byVersion.values()]),
    find: (code: string, version: number) => byVersion.get(`${code}@${version}`) ?? null,
    latest: (code: string) => byCode.get(code) ?? null,
  })
}

/** The indicators of core; a host adds those of its plugins with `indicatorRegistry`. */
export const builtinRegistry = indicatorRegistry(BUILTIN_INDICATORS)
