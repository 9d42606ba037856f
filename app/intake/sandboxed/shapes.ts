/** Whether a value that came as JSON is what it should be. */
export type Check = (value: unknown) => boolean

export const isText: Check = (value) => typeof value === 'string'
export const isNumber: Check = (value) => Number.isFinite(value)
export const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
export const isFlag: Check = (value) => typeof value === 'boolean'

export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

export const oneOf = (values: readonly string[]): Check => {
  const known = new Set<unknown>(values)
  return (value) => known.has(value)
}

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const recordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check)

/** An object with each member of `T`, and no other. */
export const shapeOf = <T>(members: { readonly [Member in keyof T]-?: Check }): Check => {
  const checks = Object.entries<Check>(members)
  const names = new Set(Object.keys(members))
  return (value) =>
    isObject(value) &&
    checks.every(([name, check]) => check(value[name])) &&
    Object.keys(value).every((name) => names.has(name))
}
