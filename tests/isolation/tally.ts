import { writeSync } from 'node:fs'

/** What the suite attacked, printed when it ends: a suite that looked at nothing must not look green. */
const attacked = new Map<string, number>()
const actors = new Set<string>()

process.once('exit', () => {
  const line = [...attacked].map(([what, count]) => `${count} ${what}`).join(', ')
  if (line) writeSync(1, `\nattacked: ${line}\n`)
  const [routes, attacks] = [attacked.get('routes'), attacked.get('route × actor')]
  if (routes && attacks) writeSync(1, `${attacks} attacks on ${routes} routes by ${actors.size} actors\n`)
})

export function count(what: string, more: number): void {
  attacked.set(what, (attacked.get(what) ?? 0) + more)
}

/** One attack on a route by somebody. */
export function countAttack(actor: string): void {
  actors.add(actor)
  count('route × actor', 1)
}
