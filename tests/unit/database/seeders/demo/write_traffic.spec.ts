import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CALL_COLUMNS, csvField, isoWithOffset } from '#database/seeders/demo/calls_csv'
import { planTraffic } from '#database/seeders/demo/plan'
import { writeTraffic } from '#database/seeders/demo/write_traffic'
import { test } from '@japa/runner'
import { request } from './traffic.js'

const small = request('GT', { consignments: 60, historyMonths: 1, historyConsignmentsPerMonth: 20 })

test.group('Demo traffic | files', () => {
  test('writes the calls, every message byte by byte, and an index in filing order', async ({ assert, cleanup }) => {
    const directory = await mkdtemp(join(tmpdir(), 'traffic-'))
    cleanup(() => rm(directory, { recursive: true }))
    const messages = [...planTraffic(small).messages()]
    assert.equal(await writeTraffic(directory, small), messages.length)
    const files = (await readdir(join(directory, 'messages'))).sort()
    assert.lengthOf(files, messages.length)
    assert.deepEqual(new Uint8Array(await readFile(join(directory, 'messages', files[0] ?? ''))), messages[0]?.bytes)
    const index = (await readFile(join(directory, 'messages.csv'), 'utf8')).trimEnd().split('\n')
    assert.equal(index[0], 'file,sender,filed_at,historical,story')
    assert.equal(
      index[1],
      `messages/${files[0]},${messages[0]?.sender},${new Date(messages[0]?.filedAt ?? 0).toISOString()},true,`
    )
    const calls = (await readFile(join(directory, 'calls.csv'), 'utf8')).trimEnd().split('\n')
    assert.equal(calls[0], CALL_COLUMNS)
    assert.isTrue(
      calls
        .slice(1)
        .every((row) =>
          /^sea,[A-Z ]+,\d{7},\w+,[A-Z]{2},[^,]+,[A-Z]{4},GT\w{3},\d{4}-\d\d-\d\dT\d\d:\d\d-06:00,/.test(row)
        )
    )
  })

  test('writes local times with their offset and quotes what needs it', ({ assert }) => {
    assert.equal(isoWithOffset(Date.UTC(2026, 0, 1, 3, 5), -300), '2025-12-31T22:05-05:00')
    assert.equal(isoWithOffset(Date.UTC(2026, 0, 1, 3, 5), 330), '2026-01-01T08:35+05:30')
    assert.equal(isoWithOffset(null, -300), '')
    assert.equal(csvField('a "b", c'), '"a ""b"", c"')
  })
})
