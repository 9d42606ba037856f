import { fault, type WorkflowFault } from './fault.js'
import type { WorkflowDefinition } from './definition.js'

/** What can be walked: states nobody reaches, open states nobody leaves, loops that never end. */
export function checkReach({ states, acts }: WorkflowDefinition): WorkflowFault[] {
  const initial = states.filter((state) => state.initial).map(({ code }) => code)
  if (initial.length === 0) return [fault('no_initial_state', '')]
  const forward = walk(initial, (code) => acts.filter(({ from }) => from.includes(code)).map(({ to }) => to))
  const closed = states.filter(({ open }) => !open).map(({ code }) => code)
  const ends = walk(closed, (code) => acts.filter(({ to }) => to === code).flatMap(({ from }) => from))
  return states.flatMap(({ code, open }) => {
    if (!forward.has(code)) return [fault('unreachable', code)]
    if (!open || ends.has(code)) return []
    return [
      fault(acts.some(({ from, to }) => from.includes(code) && to !== code) ? 'loop_without_exit' : 'dead_end', code),
    ]
  })
}

function walk(from: readonly string[], next: (code: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(from)
  const waiting = [...from]
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop())
    for (const other of next(code)) {
      if (seen.has(other)) continue
      seen.add(other)
      waiting.push(other)
    }
  return seen
}
