import { DrainJob } from '#platform/queue/job'
import { makeNextCourtFile } from '../actions/make_court_files.js'

/** Makes the court files that officers asked for, one at a time. */
export default class CourtFilesDrain extends DrainJob {
  static override readonly jobName = 'court_files.drain'
  static override readonly room = 'court_files'

  drain(): Promise<boolean> {
    return makeNextCourtFile()
  }
}
