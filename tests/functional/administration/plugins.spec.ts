import { test } from '@japa/runner'
import { chooseAnswers } from '#app/intake/actions/senders/choose_answers'
import { findSender } from '#app/intake/published'
import { makePlace, type Place } from '#tests/support/world'
import { audited, inPlace, stranger, statuses, type Asked } from './access.js'

const GUATEMALA = 'guatemala'
const plugin = (place: Place, act = '') => `${place.path}/administration/plugins/${GUATEMALA}${act}`
const PAGE = `/plugins/${GUATEMALA}/reading`
const VALUES = { seaHours: 48 }
const PINNING = {
  threat: 'REV',
  all: [],
  any: [],
  adds: [{ id: 'nit', kind: 'indicator', indicator: 'guatemala.invalid_nit', version: 1, args: {}, points: 15 }],
}

const stateOf = async (place: Place) =>
  (
    await inPlace<{ state: string; settings: object; revision: number; version: string }>(
      place,
      `select state, settings, settings_revision as revision, plugin_version as version from tenant.plugin_installations`
    )
  )[0]

/** A live profile that asks an indicator of the plugin; its path. */
async function pinningProfile(place: Place): Promise<string> {
  const author = await place.as('profile_author')
  const { location } = await author.post(`${place.path}/profiles`, { name: 'Numbers that cannot be', threat: 'REV' })
  const saved = await author.post(`${location}/revisions`, { document: PINNING })
  if (saved.status !== 303) throw new Error(saved.text)
  const published = await (await place.as('profile_approver')).post(`${location}/revisions/2/publish`)
  if (published.status !== 303) throw new Error(published.text)
  return location!
}

test.group('Plugins of an administration', () => {
  test('a stranger is sent to sign in, others are refused, and nothing changes', async ({ assert }) => {
    const place = await makePlace({ plugins: [GUATEMALA] })
    const asked: Asked[] = [
      ['post', plugin(place, '/disabling'), {}],
      ['post', plugin(place, '/enabling'), {}],
      ['post', plugin(place, '/acceptance'), {}],
      ['put', plugin(place, '/settings'), { values: VALUES, seen: 1 }],
    ]
    assert.deepEqual([...new Set(await statuses(await stranger(place), asked))], [401])
    assert.deepEqual([...new Set(await statuses(await place.as('supervisor'), asked))], [403])
    assert.equal((await (await place.as('supervisor')).page(plugin(place))).status, 403)
    assert.deepInclude(await stateOf(place), { state: 'enabled', revision: 1, settings: { seaHours: 24 } })
    assert.deepEqual(await audited(place, 'plugin.%'), [])
  })

  test('one that is not in the build is nowhere', async ({ assert }) => {
    const place = await makePlace()
    const administrator = await place.as('administrator')
    const path = `${place.path}/administration/plugins/ruritania`
    assert.equal((await administrator.page(path)).status, 404)
    assert.equal((await administrator.post(`${path}/enabling`)).status, 404)
  })

  test('enabled once, disabled once; its pages, its menu and its indicators come and go at once', async ({
    assert,
  }) => {
    const place = await makePlace()
    const administrator = await place.as('administrator')
    const steward = await place.as('data_steward')
    const author = await place.as('profile_author')
    const { location: profile } = await author.post(`${place.path}/profiles`, { name: 'Numbers', threat: 'REV' })
    const seen = async () => {
      const page = await steward.page(`${place.path}${PAGE}`)
      const menu = (await steward.page(`${place.path}/messages`)).json.props.navigation.map(
        (each: { key: string }) => each.key
      )
      const offered = (await author.page(profile!)).json.props.catalogue.indicators.map(
        (each: { code: string }) => each.code
      )
      const described = await author.post(`${place.path}/profiles/describe`, { document: PINNING })
      return {
        page: page.status,
        menu: menu.includes('plugins'),
        offered: offered.includes('guatemala.invalid_nit'),
        problems: described.json.problems.length,
      }
    }
    const gone = { page: 404, menu: false, offered: false, problems: 1 }
    const there = { page: 200, menu: true, offered: true, problems: 0 }
    const rows = async () => (await administrator.page(`${place.path}/administration/plugins`)).json.props.plugins
    assert.deepEqual(await seen(), gone)
    assert.equal((await rows())[0].state, 'available')

    assert.equal((await administrator.post(plugin(place, '/enabling'))).status, 303)
    assert.deepEqual(await seen(), there)
    assert.equal((await administrator.post(plugin(place, '/enabling'))).status, 409)
    assert.deepInclude((await rows())[0], { id: GUATEMALA, state: 'enabled', changed: false })

    assert.equal((await administrator.post(plugin(place, '/disabling'))).status, 303)
    assert.deepEqual(await seen(), gone)
    assert.equal((await author.post(`${profile}/revisions`, { document: PINNING })).status, 422)
    assert.equal((await administrator.post(plugin(place, '/disabling'))).status, 409)
    assert.equal((await administrator.post(plugin(place, '/acceptance'))).status, 409)
    assert.equal((await administrator.put(plugin(place, '/settings'), { values: VALUES, seen: 1 })).status, 409)

    assert.equal((await administrator.post(plugin(place, '/enabling'))).status, 303)
    assert.deepEqual(await seen(), there)
    assert.deepEqual(await audited(place, 'plugin.%'), ['plugin.enabled', 'plugin.disabled', 'plugin.enabled'])
  })

  test('a page asks its own permission', async ({ assert }) => {
    const place = await makePlace({ plugins: [GUATEMALA] })
    assert.equal((await (await place.as('analyst')).page(`${place.path}${PAGE}`)).status, 200)
    assert.equal((await (await place.as('profile_author')).page(`${place.path}${PAGE}`)).status, 404)
    assert.equal((await (await place.as('analyst')).page(`${place.path}/plugins/${GUATEMALA}/nothing`)).status, 404)
    const { props } = (await (await place.as('analyst')).page(`${place.path}${PAGE}`)).json
    assert.deepEqual(props.given.settings, { seaHours: 24 })
    assert.deepEqual(props.given.deadlines, [
      { mode: 'sea', from: 'before_arrival', hours: 24, title: 'guatemala.deadline_sea' },
    ])
  })

  test('what saved work pins is named and cannot be disabled until it is ended', async ({ assert }) => {
    const place = await makePlace({ plugins: [GUATEMALA] })
    const administrator = await place.as('administrator')
    const profile = await pinningProfile(place)
    const { pins } = (await administrator.page(plugin(place))).json.props
    assert.deepEqual(
      pins.map(({ kind, name }: { kind: string; name: string }) => [kind, name]),
      [['live_profile', 'Numbers that cannot be']]
    )
    const refused = await administrator.post(plugin(place, '/disabling'))
    assert.equal(refused.status, 409)
    assert.deepEqual(refused.json.message, {
      key: 'plugins.pinned',
      params: { count: 1, names: 'Numbers that cannot be' },
    })
    assert.deepInclude(await stateOf(place), { state: 'enabled' })

    await (await place.as('profile_approver')).post(`${profile}/retirement`)
    assert.equal((await administrator.post(plugin(place, '/disabling'))).status, 303)
    const old = await (await place.as('profile_author')).page(profile)
    assert.equal(old.status, 200, 'its revisions can still be read')
    assert.isAbove(old.json.props.revision.words.length, 0)
    assert.isFalse(old.json.props.may.publish)
  })

  test('settings are checked by their own description, and stored over the revision that was seen', async ({
    assert,
  }) => {
    const place = await makePlace({ plugins: [GUATEMALA] })
    const administrator = await place.as('administrator')
    const put = (values: object, seen = 1) => administrator.put(plugin(place, '/settings'), { values, seen })
    const shown = async () => (await administrator.page(plugin(place))).json.props
    const [field] = (await shown()).settings
    assert.deepInclude(field, { name: 'seaHours', kind: 'decimal', value: 24, default: 24, min: 0.25, max: 240 })

    for (const wrong of [{}, { seaHours: 0 }, { seaHours: '48' }, { seaHours: 48, other: 1 }, { seaHours: 1e9 }]) {
      const refused = await put(wrong)
      assert.equal(refused.status, 422, JSON.stringify(wrong))
      assert.match(Object.keys(refused.json.errors)[0]!, /^values\./)
    }
    assert.equal((await administrator.put(plugin(place, '/settings'), { values: VALUES })).status, 422)
    assert.deepInclude(await stateOf(place), { settings: { seaHours: 24 }, revision: 1 })

    assert.equal((await put(VALUES)).status, 303)
    assert.deepInclude(await stateOf(place), { settings: VALUES, revision: 2 })
    assert.equal((await put({ seaHours: 12 })).status, 409, 'somebody saved in between')
    assert.equal((await put({ seaHours: 12 }, 2)).status, 303)
    const page = await shown()
    assert.equal(page.settingsRevision, 3)
    const deadline = page.contributions.find((each: { kind: string }) => each.kind === 'deadline')
    assert.deepEqual(deadline.detail, { key: 'plugins.deadline_before_arrival', params: { mode: 'sea', hours: 12 } })
    const [entry] = await inPlace<{ data: { fields: string[]; revision: number } }>(
      place,
      `select data from tenant.audit_entries where action = 'plugin.settings_changed' order by id limit 1`
    )
    assert.deepInclude(entry!.data, { fields: ['seaHours'], revision: 2 })
  })

  test('a sender that gets its answer keeps it; another may be chosen, then it can go', async ({ assert }) => {
    const place = await makePlace({ plugins: [GUATEMALA] })
    const administrator = await place.as('administrator')
    const choose = (...answers: string[]) => place.run(() => chooseAnswers('SEABRIDGE', answers))
    await place.run(() => findSender('SEABRIDGE'))
    assert.isFalse((await choose('jamaica.manifest_answer')).ok, 'another country’s, which is not enabled here')
    assert.isTrue((await choose('syntax', 'guatemala.cusres')).ok)
    const { pins } = (await administrator.page(plugin(place))).json.props
    assert.deepEqual(
      pins.map(({ kind, name }: { kind: string; name: string }) => [kind, name]),
      [['sender', 'SEABRIDGE']]
    )
    const refused = await administrator.post(plugin(place, '/disabling'))
    assert.equal(refused.status, 409)
    assert.deepEqual(refused.json.message, { key: 'plugins.pinned', params: { count: 1, names: 'SEABRIDGE' } })
    assert.isTrue((await choose('syntax')).ok)
    assert.equal((await administrator.post(plugin(place, '/disabling'))).status, 303)
    assert.isFalse((await choose('guatemala.cusres')).ok)
  })

  test('its letterhead is printed in its own country while it is enabled, and nowhere else', async ({ assert }) => {
    const [guatemala, jamaica] = [
      await makePlace({ country: 'GT', plugins: [GUATEMALA] }),
      await makePlace({ country: 'JM', plugins: [GUATEMALA] }),
    ]
    const head = async (place: Place) =>
      (await (await place.as('administrator')).page(plugin(place))).json.props.administration.letterhead
    const told = async (place: Place) => {
      const { contributions } = (await (await place.as('administrator')).page(plugin(place))).json.props
      return contributions.find(({ kind }: { kind: string }) => kind === 'letterhead').detail.key
    }
    const lines = ['guatemala.letterhead_authority', 'guatemala.letterhead_department']
    assert.deepEqual([await head(guatemala), await head(jamaica)], [lines, []])
    assert.deepEqual(
      [await told(guatemala), await told(jamaica)],
      ['plugins.letterhead_used', 'plugins.letterhead_elsewhere']
    )
    await (await guatemala.as('administrator')).post(plugin(guatemala, '/disabling'))
    assert.deepEqual(await head(guatemala), [])
    await (await jamaica.as('administrator')).post(`${jamaica.path}/administration/plugins/jamaica/enabling`)
    assert.deepEqual(await head(jamaica), ['jamaica.letterhead_authority', 'jamaica.letterhead_department'])
    assert.deepEqual(await head(guatemala), [])
  })

  test('settings outlive disabling', async ({ assert }) => {
    const place = await makePlace({ plugins: [GUATEMALA] })
    const administrator = await place.as('administrator')
    await administrator.put(plugin(place, '/settings'), { values: VALUES, seen: 1 })
    await administrator.post(plugin(place, '/disabling'))
    await administrator.post(plugin(place, '/enabling'))
    assert.deepInclude(await stateOf(place), { state: 'enabled', settings: VALUES })
  })

  test('another build is shown with what it changes, until that was seen', async ({ assert }) => {
    const place = await makePlace({ plugins: [GUATEMALA] })
    const administrator = await place.as('administrator')
    assert.isNull((await administrator.page(plugin(place))).json.props.upgrade)
    await inPlace(
      place,
      `update tenant.plugin_installations set plugin_version = '0.0.9', settings = '{"airHours": 2}',
         contributions = '{"format_profile guatemala.d01a": 1, "identifier guatemala.nit": 0, "report guatemala.monthly": 3}' returning 1`
    )
    const { upgrade } = (await administrator.page(plugin(place))).json.props
    const changes = Object.fromEntries(
      upgrade.changes.map(({ what, from, to }: { what: string; from: number; to: number }) => [what, [from, to]])
    )
    assert.equal(upgrade.from, '0.0.9')
    assert.deepEqual(changes['identifier guatemala.nit'], [0, 1])
    assert.deepEqual(changes['report guatemala.monthly'], [3, null])
    assert.deepEqual(changes['indicator guatemala.invalid_nit'], [null, 1])
    assert.notProperty(changes, 'format_profile guatemala.d01a')
    assert.deepEqual(upgrade.settings, [
      { name: 'seaHours', is: 'new' },
      { name: 'airHours', is: 'gone' },
    ])
    assert.equal((await administrator.post(plugin(place, '/acceptance'))).status, 303)
    assert.isNull((await administrator.page(plugin(place))).json.props.upgrade)
    assert.deepInclude(await stateOf(place), { settings: { seaHours: 24 } })
    assert.deepEqual(await audited(place, 'plugin.%'), ['plugin.upgraded'])
  })
})
