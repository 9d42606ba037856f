/** A violation that a rule must catch at a path, and a neighbour that it must leave alone. */
export interface PlantedLint {
  readonly rule: string
  readonly at: string
  readonly wrong: string
  readonly right: string
}

const template = (inner: string) => `<script setup lang="ts">\nconst a = 1\n</script>\n<template>${inner}</template>\n`

/** One row and more for every house rule; the suite fails when a rule has none. */
export const PLANTED_LINT: readonly PlantedLint[] = [
  // doors: one row for each row of tests/boundaries/doors.js
  {
    rule: 'landfall/doors',
    at: 'app/core/kernel/x.ts',
    wrong: `import { DateTime } from 'luxon'\nexport const a = DateTime`,
    right: `import anyAscii from 'any-ascii'\nexport const a = anyAscii`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/core/kernel/x.ts',
    wrong: `import { readFileSync } from 'node:fs'\nexport const a = readFileSync`,
    right: `export { ok } from './result.js'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/core/facts/x.ts',
    wrong: `export { a } from '../../platform/tenancy/context.js'`,
    right: `export { a } from '#core/kernel/result'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/core/facts/x.ts',
    wrong: `export type A = import('#app/intake/models/message').Message`,
    right: `export type A = import('#core/kernel/problem').Problem`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/core/formats/asycuda/x.ts',
    wrong: `export { a } from '../edifact/number.js'`,
    right: `export { a } from '../parts/number.js'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/sdk/main.ts',
    wrong: `export { a } from '#platform/tenancy/context'`,
    right: `export { a } from '#core/kernel/result'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/sdk/testing/main.ts',
    wrong: `export { a } from '#app/intake/published'`,
    right: `import { test } from '@japa/runner'\nexport const a = test`,
  },
  {
    rule: 'landfall/doors',
    at: 'plugins/georgia/indicators/x.ts',
    wrong: `export { a } from '#core/kernel/result'`,
    right: `export { a } from '#sdk'`,
  },
  {
    rule: 'landfall/doors',
    at: 'plugins/georgia/indicators/x.ts',
    wrong: `export { a } from '../../jamaica/indicators/y.js'`,
    right: `export { a } from '../code_lists/y.js'`,
  },
  {
    rule: 'landfall/doors',
    at: 'plugins/georgia/indicators/x.ts',
    wrong: `import fs from 'node:fs'\nexport const a = fs`,
    right: `export const a = () => import('../locales/ka.json')`,
  },
  {
    rule: 'landfall/doors',
    at: 'plugins/georgia/tests/unit/x.spec.ts',
    wrong: `import { a } from '#platform/tenancy/context'\na()`,
    right: `import { a } from '#sdk/testing'\na()`,
  },
  {
    rule: 'landfall/doors',
    at: 'plugins/georgia/resources/pages/x.ts',
    wrong: `export { a } from '../../plugin.js'`,
    right: `export { ref } from 'vue'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/platform/queue/x.ts',
    wrong: `export { a } from '#app/intake/published'`,
    right: `export { a } from '#core/kernel/result'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/platform/queue/x.ts',
    wrong: `export { a } from '#core/profiles/evaluate'`,
    right: `export { a } from '#platform/tenancy/context'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/platform/plugins/x.ts',
    wrong: `export { a } from '#plugins/georgia/plugin'`,
    right: `export { a } from '#config/plugins'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/platform/queue/x.ts',
    wrong: `export { a } from '#config/plugins'`,
    right: `export { a } from '#config/app'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/platform/reference/x.ts',
    wrong: `export { a } from '#core/profiles/evaluate'`,
    right: `export { a } from '#core/reference/reference_data'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/control/actions/x.ts',
    wrong: `export { a } from '#app/intake/published'`,
    right: `export { a } from '#platform/tenancy/context'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/demo/commands/x.ts',
    wrong: `export { a } from '#app/control/actions/create_administration'`,
    right: `export { a } from '#app/control/published'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/targeting/actions/x.ts',
    wrong: `export { a } from '#app/intake/models/message'`,
    right: `export { a } from '#app/intake/published'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/targeting/actions/x.ts',
    wrong: `export { a } from '../../cargo_register/queries/y.js'`,
    right: `export { a } from '../queries/y.js'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/targeting/controllers/x.ts',
    wrong: `import { Props } from '../../../resources/pages/triage/index.props.js'\nexport const a = Props`,
    right: `import type { Props } from '../../../resources/pages/triage/index.props.js'\nexport type A = Props`,
  },
  {
    rule: 'landfall/doors',
    at: 'resources/composables/x.ts',
    wrong: `export { a } from '../../app/core/kernel/result.js'`,
    right: `export type { A } from '../../app/core/kernel/result.js'`,
  },
  {
    rule: 'landfall/doors',
    at: 'config/plugins.ts',
    wrong: `export { a } from '#plugins/georgia/indicators/x'`,
    right: `export { a } from '#plugins/georgia/plugin'`,
  },
  {
    rule: 'landfall/doors',
    at: 'start/routes.ts',
    wrong: `export { a } from '#plugins/georgia/plugin'`,
    right: `export { a } from '#app/intake/routes'`,
  },
  {
    rule: 'landfall/doors',
    at: 'app/intake/actions/x.ts',
    wrong: `export const a = () => import('#plugins/georgia/plugin')`,
    right: `export { a } from '#platform/plugins/registry'`,
  },

  // access and input
  {
    rule: 'landfall/no-dropped-verdict',
    at: 'app/intake/actions/x.ts',
    wrong: `export async function f(b: B) { await b.allows('a') }`,
    right: `export async function f(b: B) { return await b.allows('a') }`,
  },
  {
    rule: 'landfall/no-dropped-verdict',
    at: 'app/intake/actions/x.ts',
    wrong: `export function f(b: B) { b.with('P').denies('a') }`,
    right: `export async function f(b: B) { await b.with('P').authorize('a') }`,
  },
  {
    rule: 'landfall/authorize-in-controllers',
    at: 'app/intake/controllers/x_controller.ts',
    wrong: `export const f = async (b: B) => { if (await b.allows('a')) return 1; return 2 }`,
    right: `export const f = async (b: B) => { await b.authorize('a') }`,
  },
  {
    rule: 'landfall/no-unvalidated-input',
    at: 'app/intake/controllers/x_controller.ts',
    wrong: `export const f = ({ request }: C) => request.only(['a'])`,
    right: `export const f = ({ request }: C) => request.validateUsing(v)`,
  },
  {
    rule: 'landfall/no-unvalidated-input',
    at: 'app/intake/controllers/x_controller.ts',
    wrong: `export const f = (ctx: C) => ctx.request.all()`,
    right: `export const f = (ctx: C) => ctx.request.file('a')`,
  },

  // data
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/actions/x.ts',
    wrong: 'export function f(q: Q, all: A[]) { for (const { name } of all) q.rawQuery(`drop table ${name}`) }',
    right: 'export const f = (q: Q) => q.rawQuery(`select 2`)',
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/queries/x.ts',
    wrong: 'export const f = (q: Q, a: string) => q.whereRaw(`x = ${a}`)',
    right: `export const f = (q: Q, a: string) => q.whereRaw('x = ?', [a])`,
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/platform/queue/x.ts',
    wrong: `export const f = (q: Q, a: string) => q.rawQuery('select ' + a)`,
    right: 'export const f = (q: Q) => q.rawQuery(`select 1`)',
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/queries/x.ts',
    wrong: 'export const f = (q: Q, a: string) => q.orderByRaw(`${a} desc`)',
    right: `export const f = (q: Q, a: string) => q.orderBy(a, 'desc')`,
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/queries/x.ts',
    wrong: 'export const f = (a: string) => rows(`select ${a} from tenant.messages`)',
    right:
      'const COLUMNS = `id`\nexport const f = (a: string) => rows(`select ${COLUMNS} from tenant.messages where id = ?`, [a])',
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/actions/x.ts',
    wrong: 'export const f = (columns: string) => execute(`insert into tenant.messages (${columns})`)',
    right:
      'export const f = () => { const columns = `id uuid`; return execute(`insert into tenant.messages (${columns})`) }',
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/actions/x.ts',
    wrong: 'export const f = (a: string) => { const columns = `${a} uuid`; return execute(`insert ${columns}`) }',
    right: `import { COLUMNS } from '../columns.js'\nexport const f = () => execute('insert ' + COLUMNS)`,
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/queries/x.ts',
    wrong: 'export const f = (a: string) => ({ sql: `c.call_id = ${a}`, bindings: [] })',
    right:
      'const part = { sql: `c.call_id = ?`, bindings: [1] }\nexport const f = () => rows(`select 1 where ${part.sql}`, part.bindings)',
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/actions/x.ts',
    wrong:
      'export const f = (of: Record<string, string>, a: string) => execute(`update tenant.calls set ${of[a]} = 1`)',
    right: `const OF = { eta: 'eta' } as const\nexport const f = (a: 'eta') => execute(\`update tenant.calls set \${OF[a]} = 1\`)`,
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/queries/x.ts',
    wrong:
      'export const f = (a: string) => { const where = [`a = 1`]; where.push(a); return rows(`select 1 where ${where.join(` and `)}`) }',
    right:
      'export const f = (a: string) => { const where = [`a = 1`]; if (a) where.push(`b = ?`); return rows(`select 1 where ${where.join(` and `)}`, [a]) }',
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/queries/x.ts',
    wrong:
      'export const f = (a: string) => change(a)\nfunction change(sql: string) { return execute(`update x set ${sql}`) }',
    right:
      'export const f = () => change(`b = 1`)\nfunction change(sql: string) { return execute(`update x set ${sql}`) }',
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/queries/x.ts',
    wrong:
      'export const f = (a: string) => { const [c, v] = a ? [a, 1] : [`c = ?`, 2]; return rows(`select 1 where ${c}`, [v]) }',
    right:
      'export const f = (a: string) => { const [c, v] = a ? [`b = ?`, a] : [`c = ?`, 2]; return rows(`select 1 where ${c}`, [v]) }',
  },
  {
    rule: 'landfall/no-built-sql',
    at: 'app/intake/queries/x.ts',
    wrong: 'export function change(sql: string) { return execute(`update x set ${sql}`) }',
    right: 'export const f = (a: boolean) => execute(`update x set ${a ? `b = 1` : `c = 1`}`)',
  },
  {
    rule: 'landfall/no-module-store',
    at: 'app/intake/actions/x.ts',
    wrong: `const seen = new Map<string, number>()\nexport const f = () => seen`,
    right: `export const f = () => new Map<string, number>()`,
  },
  {
    rule: 'landfall/no-module-store',
    at: 'app/targeting/actions/x.ts',
    wrong: `let last = 0\nexport const f = () => last++`,
    right: `const WORDS = new Set(['a'])\nconst NONE: ReadonlySet<string> = new Set()\nexport const f = () => [WORDS, NONE]`,
  },
  {
    rule: 'landfall/no-module-store',
    at: 'app/targeting/actions/x.ts',
    wrong: `export class A { static seen = new Map<string, number>() }`,
    right: `export class A { seen = new Map<string, number>() }`,
  },

  {
    rule: 'landfall/no-unheard-commit',
    at: 'app/intake/actions/x.ts',
    wrong: `import { db } from '#platform/tenancy/database'\nexport const f = () => db.transaction(async () => 1)`,
    right: `import { unitOfWork } from '#platform/tenancy/database'\nexport const f = () => unitOfWork(async () => 1)`,
  },
  // purity, randomness, patterns, ways out
  {
    rule: 'landfall/no-math-random',
    at: 'app/platform/access/x.ts',
    wrong: `export const f = () => Math.random()`,
    right: `export const f = () => Math.floor(1.5)`,
  },
  {
    rule: 'landfall/no-built-pattern',
    at: 'app/core/formats/x.ts',
    wrong: `export const f = (a: string) => new RegExp(a)`,
    right: `export const f = () => new RegExp('^a$')`,
  },
  {
    rule: 'landfall/no-built-pattern',
    at: 'app/core/formats/x.ts',
    wrong: 'export const f = (a: string) => RegExp(`^${a}$`)',
    right: `export const f = (a: string) => /^a$/.test(a)`,
  },
  {
    rule: 'landfall/no-egress',
    at: 'app/intake/actions/x.ts',
    wrong: `import { request } from 'node:https'\nexport const f = request`,
    right: `import type { IncomingMessage } from 'node:http'\nexport type A = IncomingMessage`,
  },
  {
    rule: 'landfall/no-egress',
    at: 'app/intake/actions/x.ts',
    wrong: `export const f = () => fetch('https://example.org')`,
    right: `export const f = (egress: E) => egress.get('feeds')`,
  },
  {
    rule: 'landfall/no-egress',
    at: 'app/platform/documents/x.ts',
    wrong: `import dns from 'dns/promises'\nexport const f = dns`,
    right: `import path from 'node:path'\nexport const f = path`,
  },
  {
    rule: 'landfall/no-ambient-world',
    at: 'app/core/facts/x.ts',
    wrong: `export const f = () => Date.now()`,
    right: `export const f = (now: number) => new Date(now)`,
  },
  {
    rule: 'landfall/no-ambient-world',
    at: 'plugins/georgia/indicators/x.ts',
    wrong: `export const f = () => process.env.A`,
    right: `export const f = (settings: { a: string }) => settings.a`,
  },
  {
    rule: 'no-eval',
    at: 'app/core/profiles/x.ts',
    wrong: `export const f = (a: string) => eval(a)`,
    right: `export const f = (evaluate: (a: string) => number) => evaluate('a')`,
  },
  {
    rule: 'no-new-func',
    at: 'app/core/profiles/x.ts',
    wrong: `export const f = (a: string) => new Function(a)`,
    right: `export type F = Function | null`,
  },
  {
    rule: '@typescript-eslint/no-explicit-any',
    at: 'app/intake/actions/x.ts',
    wrong: `export const f = (a: any) => a`,
    right: `export const f = (a: unknown) => a`,
  },
  {
    rule: 'no-console',
    at: 'app/intake/actions/x.ts',
    wrong: `export const f = () => console.log('a')`,
    right: `export const f = (logger: L) => logger.info('a')`,
  },
  { rule: 'max-lines', at: 'app/intake/actions/x.ts', wrong: 'export {}\n'.repeat(301), right: `export const a = 1` },

  {
    rule: 'landfall/house-words',
    at: 'app/core/facts/x.ts',
    wrong: `export const shipperName = 'a'`,
    right: `export const consignorName = 'SHIPPER'\nexport const transhipment = 1`,
  },
  {
    rule: 'landfall/house-words',
    at: 'resources/composables/x.ts',
    wrong: `export interface A { blackList: string }`,
    right: `export interface A { watchList: string }`,
  },

  // screens
  {
    rule: 'vue/no-v-html',
    at: 'resources/components/x.vue',
    wrong: template(`<p v-html="a" />`),
    right: template(`<p v-text="a" />`),
  },
  {
    rule: 'landfall/no-html-from-text',
    at: 'resources/composables/x.ts',
    wrong: `export const f = (e: HTMLElement, a: string) => { e.innerHTML = a }`,
    right: `export const f = (e: HTMLElement, a: string) => { e.textContent = a }`,
  },
  {
    rule: 'landfall/logical-direction',
    at: 'resources/components/x.vue',
    wrong: template(`<p class="md:hover:ml-2 flex" />`),
    right: template(`<p class="md:hover:ms-2 flex" />`),
  },
  {
    rule: 'landfall/logical-direction',
    at: 'resources/components/x.vue',
    wrong: template(`<p :class="['flex', a ? 'text-left' : '']" />`),
    right: template(`<p :class="['flex', a ? 'text-start' : '']" />`),
  },
  {
    rule: 'landfall/logical-direction',
    at: 'resources/composables/x.ts',
    wrong: `export const a = { slots: { base: 'absolute -left-2 border-r' } }`,
    right: `export const a = { side: 'left', icon: 'i-lucide-arrow-left', text: 'right-hand' }`,
  },
  {
    rule: 'vue/no-bare-strings-in-template',
    at: 'resources/components/x.vue',
    wrong: template(`<p>Arrivals</p>`),
    right: template(`<p>{{ t('arrivals.title') }}</p>`),
  },
  {
    rule: 'vue/no-bare-strings-in-template',
    at: 'resources/components/x.vue',
    wrong: template(`<button aria-label="Close" />`),
    right: template(`<button :aria-label="t('shell.close')" />`),
  },

  // tests
  {
    rule: 'landfall/no-picked-test',
    at: 'tests/unit/core/x.spec.ts',
    wrong: `test('a', () => {}).pin()`,
    right: `test('a', () => {})`,
  },
  {
    rule: 'landfall/no-picked-test',
    at: 'tests/unit/core/x.spec.ts',
    wrong: `test('a', () => {}).skip(true)`,
    right: `test('a', () => {}).with([1])`,
  },
]
