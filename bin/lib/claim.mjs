import { join } from 'node:path'
import { takeLock } from './lock.mjs'
import { onCommands } from './run.mjs'
import { isSame, signal, until } from './processes.mjs'

const PATIENCE = 8000

export const lockFile = (storage) => join(storage, 'landfall.lock')

/**
 * Makes this process the only supervisor of a storage directory. What a killed one left behind is
 * ended first: commands at once, with all they started; web and worker end by themselves, hanging
 * ones are helped.
 */
export async function claim(storage) {
  const lock = takeLock(lockFile(storage))
  if (lock.holder) return lock
  const { commands = [], children = [] } = lock.left ?? {}
  for (const { pid } of commands.filter(isSame)) signal(-pid, 'SIGKILL')
  const living = () => children.filter(isSame)
  if (!(await until(() => living().length === 0, PATIENCE))) for (const { pid } of living()) signal(pid, 'SIGKILL')
  onCommands((running) => lock.update({ commands: running }))
  return lock
}

/** What a second start says. */
export const alreadyRunning = ({ url, pid }) =>
  `Landfall is already running here: ${url ?? 'it is just starting'}  (process ${pid})`
