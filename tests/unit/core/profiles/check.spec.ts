import { test } from '@japa/runner'
import { lightLoad } from '#core/indicators/builtin/e01_light_load'
import { builtinRegistry } from '#core/indicators/registry'
import { checkProfile } from '#core/profiles/check'
import { indicatorCondition } from '#core/profiles/condition'
import { describe } from '#core/profiles/describe'
import { starterProfiles } from '#core/profiles/starter/main'

const light = indicatorCondition(lightLoad)
const nature = { id: 'nature', kind: 'fact', fact: 'consignment.nature', operator: 'is', value: 'import', points: 0 }
const problems = (document: unknown) =>
  checkProfile(document, builtinRegistry).map(
    (each) => `${each.path} ${each.because.slice('targeting.profile_'.length)}`
  )
const adding = (...adds: unknown[]) => problems({ threat: 'NAR', all: [], any: [], adds })

test.group('Profile check', () => {
  test('starter profiles are right', ({ assert }) => {
    for (const { document, code } of starterProfiles('GT')) assert.deepEqual(problems(document), [], code)
  })

  test('a right document passes after a turn through JSON', ({ assert }) => {
    assert.deepEqual(problems(JSON.parse(JSON.stringify({ threat: 'NAR', all: [nature], any: [], adds: [light] }))), [])
  })

  test('each fault is named with its place', ({ assert }) => {
    assert.deepEqual(problems(null), [' shape'])
    assert.deepEqual(problems({ threat: 'XXX', all: [], any: [], adds: [light] }), ['threat threat_unknown'])
    assert.deepEqual(problems({ threat: 'NAR', all: {}, any: [], adds: [light], also: 1 }), [
      'also member_unknown',
      'all block_shape',
    ])
    assert.deepEqual(adding(nature), [' weighs_nothing'])
    assert.deepEqual(adding(light, light), ['adds.1.id id_twice'])
    const address = { ...nature, points: 1, fact: 'consignee.address', operator: 'matches' }
    assert.deepEqual(adding({ ...address, value: 'p\\.? ?o\\.? ?box' }), [])
    for (const value of ['(', '(?=x)', '(a)\\1', 'x'.repeat(201)]) {
      assert.deepEqual(adding({ ...address, value }), ['adds.0.value pattern'])
    }
    assert.deepEqual(adding(7), ['adds.0 condition_shape'])
    assert.deepEqual(adding({ ...light, id: '' }), ['adds.0.id id_missing'])
    assert.deepEqual(adding({ ...light, points: 1.5 }), ['adds.0.points points'])
    assert.deepEqual(adding({ ...light, points: 201 }), ['adds.0.points points'])
    assert.deepEqual(adding({ ...light, colour: 1 }), ['adds.0.colour member_unknown'])
    assert.deepEqual(adding({ ...light, version: 9 }), ['adds.0.indicator indicator_unknown'])
    assert.deepEqual(adding({ ...light, args: { percent: 100 } }), ['adds.0.args.percent argument_value'])
    assert.deepEqual(adding({ ...light, args: { toString: 1 } }), ['adds.0.args.toString argument_unknown'])
    assert.deepEqual(adding(light, { ...nature, fact: 'constructor' }), ['adds.1.fact fact_unknown'])
    assert.deepEqual(adding(light, { ...nature, operator: 'toString' }), ['adds.1.operator operator_unknown'])
    assert.deepEqual(adding(light, { ...nature, operator: 'is_under', value: 3 }), [
      'adds.1.operator operator_not_for_fact',
    ])
    assert.deepEqual(adding(light, { ...nature, value: 3 }), ['adds.1.value value'])
    assert.deepEqual(adding(light, { ...nature, value: 'sideways' }), ['adds.1.value value_code'])
    assert.deepEqual(adding(light, { ...nature, operator: 'is_one_of', value: [] }), ['adds.1.value value'])
  })

  test('a profile reads as a sentence', ({ assert }) => {
    const relief = { ...light, id: 'relief', points: -5 }
    const clauses = describe(
      {
        threat: 'NAR',
        all: [{ ...nature, kind: 'fact', fact: 'consignment.nature', operator: 'is' }],
        any: [],
        adds: [light, relief],
      },
      builtinRegistry
    )
    assert.deepEqual(
      clauses.map((clause) => [clause.clause, clause.parts.map((part) => part.id)]),
      [
        ['targeting.words_all', ['nature']],
        ['targeting.words_adds', ['e01']],
        ['targeting.words_relief', ['relief']],
      ]
    )
    assert.deepEqual(clauses[0]?.parts[0]?.params, {
      factKey: 'targeting.fact_consignment_nature',
      wantedKeys: 'targeting.value_import',
    })
    assert.deepEqual(clauses[1]?.parts[0]?.params, { percent: 63 })
  })
})
