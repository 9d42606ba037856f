import { setTimeout as sleep } from 'node:timers/promises'
import { startCluster } from './cluster.mjs'
import { livingPostmaster } from './leftovers.mjs'

const LOOK = 250
const LONGEST_PAUSE = 30_000

/**
 * Watches the server and starts it again when it was killed.
 * @returns {() => Promise<void>} ends the watch; call it before the server is meant to stop
 */
export function keepAlive(place, { disposable, tell }) {
  const ending = new AbortController()
  const { signal } = ending

  async function watch() {
    let pause = LOOK
    while (!signal.aborted) {
      await sleep(pause, undefined, { signal }).catch(() => {})
      try {
        if (signal.aborted || livingPostmaster(place.data)) continue
        await startCluster(place, { disposable })
        tell('the database server was gone and has been started again')
        pause = LOOK
      } catch (error) {
        tell(error.message)
        pause = Math.min(pause * 2, LONGEST_PAUSE)
      }
    }
  }

  const watched = watch()
  return () => {
    ending.abort()
    return watched
  }
}
