/** Steps of one whole-number loop. */
const STEPS = 1e8

/** What the machine gives this process now: CPU and wall-clock milliseconds of the same loop. Others at work show in both. */
export function pace(): string {
  const cpu = process.cpuUsage()
  const from = performance.now()
  let value = 0
  for (let step = 0; step < STEPS; step++) value = (Math.imul(value, 31) + step) | 0
  const wall = performance.now() - from
  const { user, system } = process.cpuUsage(cpu)
  return `${STEPS.toExponential()} steps of a loop: ${((user + system) / 1000).toFixed(0)} ms CPU, ${wall.toFixed(0)} ms (${value === 0 ? 'none' : 'done'})`
}
