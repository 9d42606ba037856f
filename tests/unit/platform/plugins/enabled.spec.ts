import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { listsInForce, namesOf } from '#platform/plugins/code_lists'
import type { EnabledPlugin } from '#platform/plugins/enabled_plugins'
import { filingRule, filingRules } from '#platform/plugins/filing_rules'
import { identifierCheck } from '#platform/plugins/identifiers'
import { tenancy, type Administration } from '#platform/tenancy/tenant_context'
import type { CodeListEdition, FilingDeadline, Identifier, PluginDefinition } from '#sdk'
import { SOUND } from '../../sdk/faulty_plugins.js'

const enabled = (change: Partial<PluginDefinition>, settings: EnabledPlugin['settings'] = {}): EnabledPlugin => ({
  plugin: {
    ...SOUND,
    settings: undefined,
    deadlines: [],
    codeLists: [],
    identifiers: [],
    ...change,
  } as PluginDefinition,
  settings,
})
const inCountry = <T>(country: string, work: () => T): Promise<T> =>
  tenancy.run(
    {
      administration: { id: randomUUID(), country } as Administration,
      actor: { kind: 'system', id: 'test' },
      correlationId: '1',
    },
    async () => work()
  )
const deadline = (change: Partial<FilingDeadline>): FilingDeadline => ({ ...SOUND.deadlines![0]!, ...change })

test.group('Filing rules of enabled plugins', () => {
  test('by mode; a setting goes before the figure; without a rule the administration’s own hours', async ({
    assert,
  }) => {
    const rules = await inCountry('GT', () =>
      filingRules([
        enabled(
          {
            deadlines: [
              deadline({ setting: 'leadHours' }),
              deadline({ mode: 'air', from: 'after_departure', hours: 0.25 }),
            ],
          },
          { leadHours: 36 }
        ),
      ])
    )
    assert.deepEqual(filingRule(rules, 'sea', 24), { from: 'before_arrival', hours: 36 })
    assert.equal(filingRule(rules, 'air', 24).from, 'after_departure')
    assert.deepEqual(filingRule(rules, 'road', 24), { from: 'before_arrival', hours: 24 })
  })

  test('of two that speak of a mode, the one of the administration’s country is heard', async ({ assert }) => {
    const one = (code: string, hours: number) =>
      enabled({ country: { ...SOUND.country, code }, deadlines: [deadline({ hours })] })
    for (const order of [
      [one('GT', 24), one('JM', 48)],
      [one('JM', 48), one('GT', 24)],
    ]) {
      assert.equal(filingRule(await inCountry('JM', () => filingRules(order)), 'sea', 1).hours, 48)
      assert.equal(filingRule(await inCountry('GT', () => filingRules(order)), 'sea', 1).hours, 24)
    }
  })
})

test.group('Code lists of enabled plugins', () => {
  const edition = (name: string, from: string, rows: CodeListEdition['rows']): CodeListEdition => ({
    ...SOUND.codeLists![0]!,
    edition: name,
    effectiveFrom: from,
    rows,
  })
  const plugin = enabled({
    codeLists: [
      edition('new', '2026-07-01', [{ code: 'A', name: 'New' }]),
      edition('old', '2026-01-01', [{ code: 'A', name: 'Old' }]),
    ],
  })

  test('a day has the newest edition that has begun', ({ assert }) => {
    const on = (day: string) => listsInForce(plugin.plugin, day).map((list) => list.edition)
    assert.deepEqual([on('2025-12-31'), on('2026-06-30'), on('2026-07-01')], [[], ['old'], ['new']])
  })

  test('names the codes of its own field', ({ assert }) => {
    const names = namesOf([plugin], '2026-08-01')
    assert.deepEqual([names('office', 'A'), names('office', 'B'), names('warehouse', 'A')], ['New', null, null])
  })
})

test.group('Identifiers of enabled plugins', () => {
  const knows = (type: string, valid: Identifier['valid']) =>
    enabled({ identifiers: [{ ...SOUND.identifiers![0]!, type, valid }] })

  test('right by one is right; wrong only when every one that knows the type says so', ({ assert }) => {
    const yes = knows('NIT', () => true)
    const no = knows('NIT', () => false)
    const cannotTell = knows('NIT', () => null)
    assert.isTrue(identifierCheck([no, yes])('NIT', '1'))
    assert.isFalse(identifierCheck([no])('NIT', '1'))
    assert.isNull(identifierCheck([no, cannotTell])('NIT', '1'))
    assert.isNull(identifierCheck([yes])('TRN', '1'))
    assert.isNull(identifierCheck([])('NIT', '1'))
  })
})
