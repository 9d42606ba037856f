import { stopHearing } from './listener.js'

/** Lets go of the listening connections when the process ends. */
export default class LiveProvider {
  async shutdown() {
    await stopHearing()
  }
}
