/** A machine of continuous integration has two cores, and memory for two suites. */
export const LANES = 2

/** Does `work` on every item, so many at a time, the first items first; the results in the order of the items. */
export async function inLanes(lanes, items, work) {
  const results = []
  const waiting = items.entries()
  const lane = async () => {
    for (const [at, item] of waiting) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}
