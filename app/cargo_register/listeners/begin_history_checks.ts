import { ring } from '#platform/queue/doorbell'

/** The first daily check of a new administration; each check hangs up the bell of the next. */
export async function beginHistoryChecks(): Promise<void> {
  await ring('history')
}
