import type { Field, Fields, IndicatorDefinition } from './definition.js'

/** Arguments as a condition gives them over the defaults; what the definition does not name is left out. */
export const argumentsOf = (
  definition: IndicatorDefinition,
  given: Readonly<Record<string, unknown>>
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(definition.args as Fields).map(([name, field]) => [name, given[name] ?? field.default])
  )

/** For the title: lists become text. */
export const argumentParams = (args: Readonly<Record<string, unknown>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : String(value),
    ])
  )

/** Whether a value fits a field. */
export const fitsField = (field: Field, value: unknown): boolean => {
  switch (field.kind) {
    case 'integer':
      return Number.isInteger(value) && inRange(field, value as number)
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) && inRange(field, value)
    case 'text':
      return typeof value === 'string'
    case 'flag':
      return typeof value === 'boolean'
    case 'codes':
      return Array.isArray(value) && value.every((each) => typeof each === 'string')
  }
}

const inRange = (field: Field, value: number): boolean =>
  value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity)
