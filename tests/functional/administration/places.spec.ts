import { test } from '@japa/runner'
import { listSites, sitesOf, unitsOf } from '#app/administration/published'
import type { Place } from '#tests/support/world'
import { audited, inPlace, office, stranger, statuses, type Asked } from './access.js'

const pathOf = (place: Place, path: string) => `${place.path}/administration/${path}`
const UNIT = { code: 'harbour', name: 'Harbour unit', ports: ['JMKIN'], threats: ['NAR'] }
const SITE = { code: 'YARD-1', name: 'First yard', port: 'JMKIN', kind: 'yard' }

async function laid(place: Place) {
  const administrator = await place.as('administrator')
  const unit = (await administrator.post(pathOf(place, 'units'), UNIT)).location!
  const site = (await administrator.post(pathOf(place, 'sites'), SITE)).location!
  return { administrator, unit, site, unitId: unit.split('/').at(-1)!, siteId: site.split('/').at(-1)! }
}

test.group('Units and sites', () => {
  test('a stranger is sent to sign in, a supervisor is refused, and nothing changes', async ({ assert }) => {
    const place = await office()
    const { unit, site } = await laid(place)
    const officer = place.officers.colleague!.id
    const asked: Asked[] = [unit, site].flatMap((path): Asked[] => [
      ['put', path, path === unit ? UNIT : SITE],
      ['post', `${path}/members`, { officer }],
      ['delete', `${path}/members/${officer}`, {}],
      ['post', `${path}/closing`, {}],
      ['post', `${path}/reopening`, {}],
    ])
    asked.push(['post', pathOf(place, 'units'), UNIT], ['post', pathOf(place, 'sites'), SITE])
    asked.push(['put', pathOf(place, `users/${officer}/places`), { units: [], sites: [] }])
    assert.deepEqual([...new Set(await statuses(await stranger(place), asked))], [401])
    assert.deepEqual([...new Set(await statuses(await place.as('supervisor'), asked))], [403])
    assert.deepEqual(await audited(place, '%.closed'), [])
    assert.lengthOf(await inPlace(place, `select 1 from tenant.unit_officers`), 0)
  })

  test('a unit and a site are made once a code, changed, closed and opened again', async ({ assert }) => {
    const place = await office()
    const { administrator, unit, site, unitId } = await laid(place)
    const shown = (await administrator.page(unit)).json.props.unit
    assert.deepEqual(shown, { ...UNIT, id: unitId, code: 'HARBOUR', open: true })
    const again = await administrator.post(pathOf(place, 'units'), UNIT)
    assert.equal(again.status, 422)
    assert.include(again.json.errors.code, 'HARBOUR')
    for (const change of [{ code: '' }, { code: '-x' }, { name: '' }, { ports: ['nowhere'] }, { threats: ['XXX'] }])
      assert.equal((await administrator.post(pathOf(place, 'units'), { ...UNIT, code: 'NEXT', ...change })).status, 422)
    for (const change of [{ kind: 'castle' }, { port: 'nowhere' }, { name: '' }])
      assert.equal((await administrator.put(site, { ...SITE, ...change })).status, 422)

    assert.equal((await administrator.put(unit, { name: 'Harbour', ports: [], threats: [] })).status, 303)
    assert.equal((await administrator.put(site, { name: 'Scanner', port: '', kind: 'scanner' })).status, 303)
    for (const path of [unit, site]) {
      assert.equal((await administrator.post(`${path}/reopening`)).status, 409)
      assert.equal((await administrator.post(`${path}/closing`)).status, 303)
      assert.equal((await administrator.post(`${path}/closing`)).status, 409)
    }
    assert.deepEqual(
      (await place.run(() => listSites())).map(({ name, kind, port, open }) => ({ name, kind, port, open })),
      [{ name: 'Scanner', kind: 'scanner', port: null, open: false }]
    )
    assert.equal((await administrator.post(`${site}/reopening`)).status, 303)
    assert.deepEqual(await audited(place, 'site.%'), ['site.created', 'site.changed', 'site.closed', 'site.reopened'])
  })

  test('who works where is set on the unit, on the site and on the officer; closed ones do not count', async ({
    assert,
  }) => {
    const place = await office()
    const { administrator, unit, site, unitId, siteId } = await laid(place)
    const officer = place.officers.inspector!.id
    const placed = async () => ({
      units: (await place.run(() => unitsOf(officer))).map(({ code }) => code),
      sites: (await place.run(() => sitesOf(officer))).map(({ code }) => code),
    })
    assert.equal((await administrator.post(`${unit}/members`, { officer })).status, 303)
    assert.equal((await administrator.post(`${unit}/members`, { officer: 'nobody' })).status, 422)
    assert.equal((await administrator.post(`${unit}/members`, { officer: siteId })).status, 404)
    assert.deepEqual(await placed(), { units: ['HARBOUR'], sites: [] })
    const path = pathOf(place, `users/${officer}/places`)
    assert.equal((await administrator.put(path, { units: [], sites: [siteId] })).status, 303)
    assert.deepEqual(await placed(), { units: [], sites: ['YARD-1'] })
    assert.equal((await administrator.put(path, { units: [siteId], sites: [siteId] })).status, 404, 'no such unit')
    assert.equal((await administrator.delete(`${site}/members/${officer}`)).status, 303)
    assert.equal((await administrator.delete(`${site}/members/${officer}`)).status, 404)
    await administrator.put(path, { units: [unitId], sites: [] })
    await administrator.post(`${unit}/closing`)
    assert.deepEqual(await placed(), { units: [], sites: [] })
    assert.equal((await administrator.post(`${unit}/members`, { officer: place.officers.analyst!.id })).status, 404)
    assert.deepEqual(await audited(place, 'unit.member%'), [
      'unit.member_added',
      'unit.member_removed',
      'unit.member_added',
    ])
  })

  test('nobody assigns himself', async ({ assert }) => {
    const place = await office()
    const { administrator, unit, unitId } = await laid(place)
    const own = place.officers.administrator!.id
    assert.equal((await administrator.post(`${unit}/members`, { officer: own })).status, 403)
    const places = await administrator.put(pathOf(place, `users/${own}/places`), { units: [unitId], sites: [] })
    assert.equal(places.status, 403)
    assert.lengthOf(await inPlace(place, `select 1 from tenant.unit_officers`), 0)
  })
})
