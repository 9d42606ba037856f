import { test } from '@japa/runner'
import { ask, file, makePlace, manifest, told, type Place } from './of_register.js'

const CODES = ['TOT-MASTER-HOUSE', 'VER-ORPHAN-HOUSE', 'VER-ORPHAN-MASTER']
const carrier = (...masters: string[]) =>
  manifest('CAR01', 'JMKCT', ...masters.map((number) => ({ number, type: 'MSB' as const, packages: 40, mass: 1000 })))
const forwarder = (...houses: [number: string, master: string, packages: number, mass: number][]) =>
  manifest(
    'FWD01',
    'JMKIN',
    ...houses.map(([number, master, packages, mass]) => ({ number, type: 'HSB' as const, master, packages, mass }))
  )
/** Before the arrival that the manifests name. */
const UNDERWAY = { filedAt: Date.parse('2026-11-20T12:00:00Z') }
const found = (place: Place) => told(place, CODES, 'value', 'what', 'declared', 'counted')

test.group('Row 26 | houses and masters of different filers', () => {
  test('a house that comes first is no mistake; with its master it is compared, whichever comes last', async ({
    assert,
  }) => {
    const place = await makePlace()
    await file(place, forwarder(['H1', 'M1', 30, 700]), UNDERWAY)
    assert.deepEqual(await found(place), [])
    await file(place, carrier('M1'), UNDERWAY)
    assert.deepEqual(await found(place), [
      'TOT-MASTER-HOUSE info M1 packages 40 30',
      'TOT-MASTER-HOUSE info M1 weight 1000 700',
    ])
  })

  test('houses above their master are wrong; houses that add up say nothing', async ({ assert }) => {
    const place = await makePlace()
    await file(place, carrier('M1', 'M2'), UNDERWAY)
    await file(place, forwarder(['H1', 'M1', 30, 700], ['H2', 'M1', 10, 300], ['H3', 'M2', 41, 1000]), UNDERWAY)
    assert.deepEqual(await found(place), ['TOT-MASTER-HOUSE warning H3 packages 40 41'])
  })

  test('a house whose master the carrier did not file, on either side', async ({ assert }) => {
    const place = await makePlace()
    await file(place, forwarder(['H1', 'M9', 40, 1000]), UNDERWAY)
    await file(place, carrier('M1'), UNDERWAY)
    assert.deepEqual(await found(place), ['VER-ORPHAN-HOUSE warning H1 M9'])
    await file(
      place,
      manifest('FWD02', 'JMMBJ', { number: 'H2', type: 'HSB', master: 'M8', packages: 1, mass: 1 }),
      UNDERWAY
    )
    assert.deepEqual((await found(place)).slice(1), ['VER-ORPHAN-HOUSE warning H2 M8'])
  })

  test('a master without houses is told once its cargo has arrived', async ({ assert }) => {
    const [before, after] = [await makePlace(), await makePlace()]
    await file(before, carrier('M1'), UNDERWAY)
    assert.deepEqual(await found(before), [])
    await file(after, carrier('M1'), { filedAt: Date.parse('2026-11-21T14:00:00Z') })
    assert.deepEqual(await found(after), ['VER-ORPHAN-MASTER warning M1 M1'])
    assert.lengthOf(await ask(after, `select 1 from tenant.calls`), 1)
  })
})
