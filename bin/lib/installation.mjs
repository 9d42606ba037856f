import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { readJson, writePrivateJson } from './files.mjs'

/**
 * What this installation was made as at its first start: `demo` with invented administrations, or
 * `empty` for real ones. Development pages and demo commands exist in the first kind only.
 */
export function installationIn(storage, { empty = false } = {}) {
  const file = join(storage, 'installation.json')
  const found = readJson(file)
  if (found && empty && found.kind !== 'empty')
    throw new Failure(
      `${storage} holds a demo installation. For an empty platform use another checkout, or remove the storage directory.`
    )
  const state = found ?? { kind: empty ? 'empty' : 'demo', traffic: empty ? 'none' : 'wanted' }
  return {
    kind: state.kind,
    isNew: found === null,
    wantsTraffic: () => state.traffic === 'wanted',
    note: (more = {}) => writePrivateJson(file, Object.assign(state, more)),
  }
}
