import { ring } from '#platform/queue/doorbell'

/** The first daily run of a new administration; each run hangs up the bell of the next. */
export async function beginRetention(): Promise<void> {
  await ring('retention')
}
