import { writeSync } from 'node:fs'

/** What the suite attacked, printed when it ends: a suite that looked at nothing must not look green. */
const attacked = new Map<string, number>()

process.once('exit', () => {
  const line = [...attacked].map(([what, count]) => `${count} ${what}`).join(', ')
  if (line) writeSync(1, `\nattacked: ${line}\n`)
})

export function count(what: string, more: number): void {
  attacked.set(what, (attacked.get(what) ?? 0) + more)
}
