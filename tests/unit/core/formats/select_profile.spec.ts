import { test } from '@japa/runner'
import { alwaysFiled, type CuscarProfile } from '#core/formats/profile'
import { confidence, selectProfile, type MessageFeatures } from '#core/formats/select_profile'
import { GENERIC_CUSCAR } from '#core/formats/edifact/cuscar/profiles/generic_profile'
import { firstOf, read, reportOf } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from './cuscar_texts.js'

const FEATURES: MessageFeatures = {
  type: 'CUSCAR',
  version: 'D.16A',
  association: 'RCG001',
  sender: 'LINE1',
  recipient: 'PORT',
  documentCode: '85',
  documentName: null,
  headerPlaces: new Set(['9']),
  headerTags: new Set(['BGM', 'LOC']),
}
const profile = (code: string, clues: CuscarProfile['detect']['clues'], minimum = 0.5): CuscarProfile => ({
  ...GENERIC_CUSCAR,
  code,
  detect: { clues, minimum },
})

test.group('Format profiles | choice', () => {
  test('clues add up, to one at most', ({ assert }) => {
    const both = profile('x.a', [
      { what: 'version', is: ['D.16A'], weight: 0.75 },
      { what: 'association', startsWith: 'RCG', weight: 0.5 },
    ])
    assert.equal(confidence(both, FEATURES), 1)
    assert.equal(confidence(both, { ...FEATURES, association: null }), 0.75)
    assert.equal(confidence(both, { ...FEATURES, type: 'CUSREP' }), 0)
  })

  test('the highest confidence wins; below its minimum a profile is not used', ({ assert }) => {
    const weak = profile('x.weak', [{ what: 'sender', is: ['LINE1'], weight: 0.5 }])
    const strong = profile('x.strong', [{ what: 'headerPlace', is: ['9', '125'], weight: 0.75 }])
    assert.equal(selectProfile([weak, strong], GENERIC_CUSCAR, FEATURES), strong)
    assert.equal(selectProfile([weak], GENERIC_CUSCAR, { ...FEATURES, sender: 'LINE2' }), GENERIC_CUSCAR)
    assert.equal(selectProfile([profile('x.shy', weak.detect.clues, 0.8)], GENERIC_CUSCAR, FEATURES), GENERIC_CUSCAR)
  })

  test('rules of one sender change the reading and what absence means for that sender alone', async ({ assert }) => {
    const own: CuscarProfile = {
      ...profile('x.own', [{ what: 'version', is: ['D.96B'], weight: 1 }]),
      senders: [{ sender: 'SENDER', alwaysFiled: ['place.transhipment'], reading: { documentReference: ['RFF:AFB'] } }],
    }
    const text = cuscar(...HEADER, 'RFF+AFB:OTHER1', ...PLAIN)
    const options = { profiles: [own] }
    assert.equal(reportOf(await read(text, options)).documentReference, 'OTHER1')
    assert.equal(reportOf(await read(text.replace('SENDER', 'ANOTHER'), options)).documentReference, 'MAN0001')
    assert.deepEqual([alwaysFiled(own, 'SENDER'), alwaysFiled(own, 'ANOTHER')], [['place.transhipment'], []])
    assert.isTrue(firstOf(await read(text, options)).usable)
  })
})
