import type { WorkflowDefinition } from './definition.js'

/** Where a state stands in the drawing: columns are steps from the beginning, rows count from the top. */
export interface PlacedState {
  readonly code: string
  readonly column: number
  readonly row: number
}

/** One line of the drawing; several acts between the same two states share it. */
export interface DrawnLine {
  readonly from: string
  readonly to: string
  readonly acts: readonly string[]
  /** Leads to where the work was before. */
  readonly back: boolean
}

export interface WorkflowDrawing {
  readonly states: readonly PlacedState[]
  readonly lines: readonly DrawnLine[]
  readonly columns: number
  readonly rows: number
}

/** Places open states by their distance from the beginning and ends in a column of their own, in the order of the definition. */
export function drawWorkflow({ states, acts }: WorkflowDefinition): WorkflowDrawing {
  const distance = new Map<string, number>(states.filter(({ initial }) => initial).map(({ code }) => [code, 0]))
  const isOpen = new Map(states.map(({ code, open }) => [code, open]))
  for (let grew = true; grew;) {
    grew = false
    for (const { from, to } of acts) {
      const nearest = Math.min(...from.filter((code) => isOpen.get(code)).map((code) => distance.get(code) ?? Infinity))
      if (nearest + 1 < (distance.get(to) ?? Infinity) && isOpen.get(to)) {
        distance.set(to, nearest + 1)
        grew = true
      }
    }
  }
  const last = Math.max(0, ...distance.values()) + 1
  const filled = new Map<number, number>()
  const placed = states.map(({ code, open }) => {
    const column = open ? (distance.get(code) ?? last) : last
    const row = filled.get(column) ?? 0
    filled.set(column, row + 1)
    return { code, column, row }
  })
  const at = new Map(placed.map((state) => [state.code, state]))
  const lines = new Map<string, DrawnLine>()
  for (const act of acts)
    for (const from of act.from) {
      if (from === act.to) continue
      const key = `${from} ${act.to}`
      const back = (at.get(from)?.column ?? 0) >= (at.get(act.to)?.column ?? 0) && !!isOpen.get(act.to)
      lines.set(key, { from, to: act.to, back, acts: [...(lines.get(key)?.acts ?? []), act.code] })
    }
  return { states: placed, lines: [...lines.values()], columns: last + 1, rows: Math.max(1, ...filled.values()) }
}
