import { test } from '@japa/runner'
import { PatientLog } from '#platform/logs/patient_log'

/** A disk with so much room; it takes a part of the line that meets its end. */
class Disk {
  written = ''
  constructor(public room: number) {}

  readonly put = (text: string): number => {
    if (this.room === 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const taken = text.slice(0, this.room)
    this.written += taken
    this.room -= taken.length
    return taken.length
  }
}

test.group('Log', () => {
  test('outlives a full disk and tells afterwards what was lost', ({ assert }) => {
    const disk = new Disk(10)
    const log = new PatientLog(disk.put)
    for (const line of ['{"a":1}\n', '{"b":2}\n', '{"c":3}\n']) log.write(line)
    assert.equal(disk.written, '{"a":1}\n{"')
    disk.room = Infinity
    log.write('{"d":4}\n')
    log.write('{"e":5}\n')
    const lines = disk.written.split('\n')
    assert.deepEqual([lines[0], lines[1], lines[3], lines[4], lines[5]], ['{"a":1}', '{"', '{"d":4}', '{"e":5}', ''])
    assert.deepInclude(JSON.parse(lines[2]!), { level: 40, lost: 2 })
  })
})
