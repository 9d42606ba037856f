import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Condition, ProfileRevision } from '#core/profiles/document'
import { split, type Candidate } from './candidates.js'
import { testOf } from './record.js'

/** Installed on its own by `npm run bench:rules` (`bench/rules/zen/`): a native package of one platform. */
const PACKAGE = new URL('zen/node_modules/@gorules/zen-engine-linux-x64-gnu/package.json', import.meta.url)

interface ZenEngine {
  createDecision(content: Buffer): { evaluate(record: object): Promise<{ result: { at: number }[] }> }
}

/**
 * zen-engine with a decision table of all profiles that collects: one column a field, an empty cell for any value. A profile
 * with an `any` is a row for each of its members. `null` where the package has no build for this machine.
 */
export const zen = (profiles: readonly ProfileRevision[], runs: number): Candidate | null => {
  if (!existsSync(PACKAGE)) return null
  const { ZenEngine: Zen } = createRequire(PACKAGE)('@gorules/zen-engine-linux-x64-gnu') as {
    ZenEngine: new () => ZenEngine
  }
  const rows = profiles.flatMap(({ document }, at) =>
    (document.any.length > 0 ? document.any.map((each) => [each]) : [[]]).map((one) => ({
      at,
      cells: cellsOf([...document.all, ...one]),
    }))
  )
  const fields = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  const decision = new Zen().createDecision(Buffer.from(JSON.stringify(graph(fields, rows))))
  return {
    name: 'zen-engine 0.54.0 (Rust)',
    runs,
    match: async (record) => {
      const { result } = await decision.evaluate(record)
      return split(new Set(result.map(({ at }) => at)), profiles, record)
    },
  }
}

const graph = (fields: readonly string[], rows: readonly { at: number; cells: Record<string, string> }[]) => ({
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    {
      id: 'table',
      type: 'decisionTableNode',
      name: 'table',
      position: { x: 0, y: 0 },
      content: {
        hitPolicy: 'collect',
        inputs: fields.map((id) => ({ id, name: id, field: id.replaceAll(AGAIN, ''), type: 'expression' })),
        outputs: [{ id: 'at', name: 'at', field: 'at', type: 'expression' }],
        rules: rows.map(({ at, cells }, row) => ({
          _id: String(row),
          ...Object.fromEntries(fields.map((field) => [field, cells[field] ?? ''])),
          at: String(at),
        })),
      },
    },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
  ],
  edges: [
    { id: '1', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: '2', sourceId: 'table', targetId: 'out', type: 'edge' },
  ],
})

/**
 * Cells by column; what is missing might hold. Its expressions take no group of tests in brackets and do not bind "and" before
 * "or", so a second condition on a field has a column of its own.
 */
const cellsOf = (conditions: readonly Condition[]): Record<string, string> => {
  const cells: Record<string, string> = {}
  for (const condition of conditions) {
    if (condition.kind !== 'fact') throw new Error('the workload asks facts alone')
    let column = testOf(condition).field
    while (cells[column] !== undefined) column += AGAIN
    cells[column] = `$ == null or ${expression(condition)}`
  }
  return cells
}

/** Behind the name of a field in that of its further columns. */
const AGAIN = '#'

const LISTS: ReadonlySet<string> = new Set(['goods_hs', 'place_transhipment', 'equipment_numbers'])

const expression = (condition: Extract<Condition, { kind: 'fact' }>): string => {
  const { field, operator, value } = testOf(condition)
  const list = LISTS.has(field)
  const each = list ? '#' : '$'
  const some = (test: string) => (list ? `some($, ${test})` : test)
  const texts = Array.isArray(value) ? (value as readonly string[]) : []
  switch (operator) {
    case 'is':
      return some(`${each} == ${JSON.stringify(value)}`)
    case 'is_not':
      return `not(${some(`${each} == ${JSON.stringify(value)}`)})`
    case 'is_one_of':
      return some(`${each} in ${JSON.stringify(texts)}`)
    case 'is_none_of':
      return `not(${some(`${each} in ${JSON.stringify(texts)}`)})`
    case 'is_over':
      return `$ > ${Number(value).toFixed(12)}`
    case 'is_under':
      return `$ < ${Number(value).toFixed(12)}`
    case 'is_filed':
      return `$ == ${String(value)}`
    case 'starts_with':
      return some(texts.map((text) => `startsWith(${each}, "${text}")`).join(' or '))
    case 'contains_word':
      return texts.map((text) => `contains($, "${text}")`).join(' or ')
    // Its texts take no escapes: a backslash stands for itself.
    case 'matches':
      return `matches($, "(?i)${String(value)}")`
    default:
      throw new Error(`no expression for ${operator}`)
  }
}
