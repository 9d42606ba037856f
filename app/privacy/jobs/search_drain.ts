import { DrainJob } from '#platform/queue/job'
import { searchNext } from '../actions/search_subject.js'

/** Looks for the persons that requests are about, some hundred revisions at a time. */
export default class SearchDrain extends DrainJob {
  static override readonly jobName = 'privacy.drain'
  static override readonly room = 'privacy'

  drain(): Promise<boolean> {
    return searchNext()
  }
}
