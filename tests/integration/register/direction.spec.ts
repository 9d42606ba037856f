import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { loadCallsFile } from '#app/cargo_register/actions/load_calls_file'
import { cuscar } from '#tests/support/fixtures/cuscar_message'
import { ask, file } from '#tests/support/intake'
import { drainTargeting, factOf, weighingsOf } from '#tests/support/weighed_consignment'
import { makePlace, type Place } from '#tests/support/world'
import { awmds, bol, el, els, GENERAL } from '../../unit/core/formats/asycuda/asycuda_texts.js'

const calls = (place: Place) =>
  ask<Record<string, string | null>>(
    place,
    `select port, previous_port as previous, to_char(eta at time zone 'America/Jamaica', 'DD HH24:MI') as eta,
       to_char(etd at time zone 'America/Jamaica', 'DD HH24:MI') as etd from tenant.calls order by id`
  )
const natures = (place: Place) =>
  ask<{ line: string }>(
    place,
    `select concat_ws(' ', reference, coalesce(nature, 'unknown'), nature_because) as line from tenant.consignments order by reference`
  ).then((found) => found.map(({ line }) => line))

/** An Awmds between two places, its bills without a nature. */
const manifest = (from: string, to: string, ...bills: [reference: string, loading: string, discharge: string][]) =>
  Buffer.from(
    awmds(
      ...bills.map(([reference, loading, discharge]) =>
        bol(reference, {
          id: el('Bol_id', els({ Bol_reference: reference, Line_number: 1, Bol_type_code: 'BOL' })),
          places: el('Load_unload_place', els({ Place_of_loading_code: loading, Place_of_unloading_code: discharge })),
        })
      )
    ).replace(
      GENERAL,
      GENERAL.replace(
        /<Load_unload_place>.*<\/Load_unload_place>/,
        el('Load_unload_place', els({ Place_of_departure_code: from, Place_of_destination_code: to }))
      )
    )
  )
const edifact = (text: Buffer, ...changes: [string, string][]) =>
  Buffer.from(
    changes.reduce((whole, [from, to]) => {
      if (!whole.includes(from)) throw new Error(`${from} is not there`)
      return whole.replace(from, to)
    }, text.toString())
  )
const DEPARTURE = "DTM+133:202611281900:203'\r\n"

test.group('Direction of a report', () => {
  test('ASYCUDA without a nature: what is loaded here leaves from here, and its destination is no port of ours', async ({
    assert,
  }) => {
    const place = await makePlace()
    await file(place, manifest('JMKIN', 'USPEF', ['OUT', 'JMKIN', 'USPEF'], ['THROUGH', 'COCTG', 'USPEF']))
    assert.deepEqual(await calls(place), [{ port: 'JMKIN', previous: null, eta: null, etd: '18 00:00' }])
    assert.deepEqual(await natures(place), ['OUT export loaded_here', 'THROUGH unknown passes_by'])
  })

  test('ASYCUDA that comes in: the departure is the other port’s', async ({ assert }) => {
    const place = await makePlace()
    await file(place, manifest('COCTG', 'JMKIN', ['IN', 'COCTG', 'JMKIN'], ['COAST', 'JMMBJ', 'JMKIN']))
    assert.deepEqual(await calls(place), [{ port: 'JMKIN', previous: 'COCTG', eta: '21 06:30', etd: null }])
    assert.deepEqual(await natures(place), ['COAST unknown between_own_ports', 'IN import discharged_here'])
  })

  test('CUSCAR: the departure abroad is not written into our call, with or without a nature', async ({ assert }) => {
    for (const nature of [[], [["GIS+23'\r\n", '']]] as [string, string][][]) {
      const place = await makePlace()
      const text = cuscar({ bills: [{ number: 'A' }] })
      await file(
        place,
        edifact(text, ['DTM+132', `${DEPARTURE}DTM+132`], ['LOC+11', "LOC+9+COCTG:139:6'\r\nLOC+11"], ...nature)
      )
      assert.deepEqual(await calls(place), [{ port: 'JMKIN', previous: 'COCTG', eta: '01 06:00', etd: null }])
    }
  })

  test('CUSCAR that leaves, without a nature: the call is ours, its time the departure', async ({ assert }) => {
    const place = await makePlace()
    const text = Buffer.from(
      cuscar({ port: 'USPEF', bills: [{ number: 'A' }] })
        .toString()
        .replaceAll('COCTG', 'JMKIN')
    )
    await file(
      place,
      edifact(text, ['DTM+132', `${DEPARTURE}DTM+132`], ['LOC+11', "LOC+9+JMKIN:139:6'\r\nLOC+11"], ["GIS+23'\r\n", ''])
    )
    assert.deepEqual(await calls(place), [{ port: 'JMKIN', previous: null, eta: null, etd: '28 19:00' }])
    assert.deepEqual(await natures(place), ['A export loaded_here'])
  })

  test('a report about no place of ours joins no call', async ({ assert }) => {
    const place = await makePlace()
    await file(place, manifest('COCTG', 'USPEF', ['PAST', 'COCTG', 'USPEF']))
    assert.deepEqual(await calls(place), [])
    assert.deepEqual(await natures(place), ['PAST unknown passes_by'])
  })

  test('what was derived is a fact with the places it was read from', async ({ assert }) => {
    const place = await makePlace()
    await file(place, manifest('COCTG', 'JMKIN', ['IN', 'COCTG', 'JMKIN'], ['COAST', 'JMMBJ', 'JMKIN']))
    await drainTargeting(place)
    const [weighed] = await weighingsOf(place, 'IN')
    assert.deepEqual(weighed!.facts['consignment.nature'], {
      known: true,
      value: 'import',
      from: ['places.loading', 'places.discharge'],
    })
    const [coast] = await weighingsOf(place, 'COAST')
    assert.deepEqual(factOf(coast!, 'consignment.nature'), { missing: 'not_filed' })
  })
})

test.group('Cargo by air in Jamaica', () => {
  const HEADING = 'mode,means_name,voyage,port,eta,previous_port,previous_atd'
  const air = () =>
    manifest('USMIA', 'JMKIN', ['AIR', 'USMIA', 'JMKIN'])
      .toString()
      .replace('<Mode_of_transport_code>1<', '<Mode_of_transport_code>4<')
  const told = (place: Place, left: string) =>
    place.run(() =>
      loadCallsFile(
        Readable.from([Buffer.from(`${HEADING}\nair,MV EXAMPLE,114N,JMKIN,2026-11-21T06:30-05:00,USMIA,${left}`)])
      )
    )
  const due = async (place: Place) => {
    await drainTargeting(place)
    const weighed = (await weighingsOf(place, 'AIR')).at(-1)!
    return (['filing.sinceDepartureHours', 'filing.graceHours', 'filing.deadlineHours'] as const).map((key) =>
      factOf(weighed, key)
    )
  }

  test('the manifest has a day and no hour: unknown, and the fact that is missing is named', async ({ assert }) => {
    const place = await makePlace({ plugins: ['jamaica'] })
    await file(place, Buffer.from(air()))
    assert.deepEqual(await due(place), [{ missing: 'departure_unknown' }, 0.25, { missing: 'not_applicable' }])
  })

  test('a file of calls, or the page, tells when it took off; what was weighed is weighed again', async ({
    assert,
  }) => {
    const place = await makePlace({ plugins: ['jamaica'] })
    await file(place, Buffer.from(air()), { filedAt: Date.parse('2026-11-21T10:00:00Z') })
    await due(place)
    await told(place, '2026-11-21T04:20-05:00')
    const [since, grace] = await due(place)
    assert.closeTo(since as number, 40 / 60, 0.001)
    assert.equal(grace, 0.25)
  })
})
