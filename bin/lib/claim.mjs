import { join } from 'node:path'
import { takeLock } from './lock.mjs'
import { isSame, signal, until } from './processes.mjs'

const PATIENCE = 8000

export const lockFile = (storage) => join(storage, 'landfall.lock')

/**
 * Makes this process the only supervisor of a storage directory. Web and worker of a killed one end
 * by themselves; those that hang are ended here.
 */
export async function claim(storage) {
  const lock = takeLock(lockFile(storage))
  if (lock.holder) return lock
  const children = () => (lock.left?.children ?? []).filter(isSame)
  if (!(await until(() => children().length === 0, PATIENCE))) for (const { pid } of children()) signal(pid, 'SIGKILL')
  return lock
}
