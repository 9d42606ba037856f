import type { ProblemCollector } from '../problem_collector.js'

/** Where a reader of any format tells its Problems. */
export interface Told {
  readonly problems: ProblemCollector
}
