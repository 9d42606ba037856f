export type Semver = readonly [major: number, minor: number, patch: number]

export const semver = (text: string): Semver | null => {
  const found = /^(\d+)\.(\d+)\.(\d+)$/.exec(text)
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : null
}

/** Below 0, 0 or above 0, as a sort wants it. */
export const compareSemver = (a: Semver, b: Semver): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** Whether `^x.y.z` (the only kind of range here) admits a version; `null` when it is no such range. */
export const admits = (range: string, version: Semver): boolean | null => {
  const from = range.startsWith('^') ? semver(range.slice(1)) : null
  if (!from) return null
  const sameLine = from[0] > 0 ? from[0] === version[0] : from[0] === version[0] && from[1] === version[1]
  return sameLine && compareSemver(version, from) >= 0
}
