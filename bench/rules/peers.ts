import { createRequire } from 'node:module'
import { Engine as JsonRulesEngine } from 'json-rules-engine'
import type { Condition, ProfileRevision } from '#core/profiles/document'
import { split, type Candidate } from './candidates.js'
import { closureOf, MIGHT, testOf, type Rec, type Value } from './record.js'

const require = createRequire(import.meta.url)

type Fact = Extract<Condition, { kind: 'fact' }>
const facts = (conditions: readonly Condition[]): readonly Fact[] => conditions as readonly Fact[]

/** json-logic-js with one operation a comparison, the shortest rule it can be given. */
export const jsonLogic = (profiles: readonly ProfileRevision[], runs: number): Candidate => {
  const logic = require('json-logic-js') as {
    apply(rule: unknown, data: Rec): unknown
    add_operation(name: string, code: unknown): void
  }
  for (const [name, might] of Object.entries(MIGHT)) {
    // A list is written as an object so that it is not taken for a rule.
    logic.add_operation(`might_${name}`, (value: Value, wanted: { list?: string[] }) =>
      might(value ?? null, wanted?.list ?? (wanted as never))
    )
  }
  const ask = (condition: Fact) => {
    const { field, operator, value } = testOf(condition)
    return { [`might_${operator}`]: [{ var: field }, Array.isArray(value) ? { list: value, of: 0 } : value] }
  }
  const rules = profiles.map(({ document: { all, any } }) => ({
    and: [...facts(all).map(ask), ...(any.length > 0 ? [{ or: facts(any).map(ask) }] : [])],
  }))
  return {
    name: 'json-logic-js 2.0.5',
    runs,
    match: (record) => {
      const found: number[] = []
      for (let at = 0; at < rules.length; at++) if (logic.apply(rules[at], record)) found.push(at)
      return split(found, profiles, record)
    },
  }
}

/** json-rules-engine with the comparisons as operators of its own. */
export const jsonRules = (profiles: readonly ProfileRevision[], runs: number): Candidate => {
  const engine = new JsonRulesEngine([], { allowUndefinedFacts: true })
  for (const [name, might] of Object.entries(MIGHT)) {
    engine.addOperator(`might_${name}`, (value: Value, wanted: never) => might(value ?? null, wanted))
  }
  const ask = (condition: Fact) => {
    const { field, operator, value } = testOf(condition)
    return { fact: field, operator: `might_${operator}`, value }
  }
  profiles.forEach(({ document: { all, any } }, at) =>
    engine.addRule({
      conditions: { all: [...facts(all).map(ask), ...(any.length > 0 ? [{ any: facts(any).map(ask) }] : [])] },
      event: { type: 'found', params: { at } },
    })
  )
  return {
    name: 'json-rules-engine 7.3.1',
    runs,
    match: async (record) => {
      const { events } = await engine.run({ ...record })
      return split(
        events.map(({ params }) => params!['at'] as number),
        profiles,
        record
      )
    },
  }
}

interface Flow {
  when(holds: boolean): void
  next(): void
}

/** node-rules with the same closures as the naive loop for conditions. */
export const nodeRules = (profiles: readonly ProfileRevision[], runs: number): Candidate => {
  const { RuleEngine } = require('node-rules') as {
    RuleEngine: new (
      rules: unknown[],
      options: { ignoreFactChanges: boolean }
    ) => { execute(fact: object, done: (result: { found: number[] }) => void): void }
  }
  const rules = profiles.map(({ document }, at) => {
    const all = document.all.map(closureOf)
    const any = document.any.map(closureOf)
    return {
      condition: (flow: Flow, { record }: { record: Rec }) =>
        flow.when(all.every((each) => each(record)) && (any.length === 0 || any.some((each) => each(record)))),
      consequence: (flow: Flow, { found }: { found: number[] }) => {
        found.push(at)
        flow.next()
      },
    }
  })
  const engine = new RuleEngine(rules, { ignoreFactChanges: true })
  return {
    name: 'node-rules 9.2.0',
    runs,
    match: (record) =>
      new Promise((done) => {
        engine.execute({ record, found: [] }, ({ found }) => done(split(found, profiles, record)))
      }),
  }
}
