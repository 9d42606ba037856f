import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { eventually, gone, isAlive } from './installation.js'
import { scratchDirectory } from './scratch.js'

const script = join(import.meta.dirname, 'supervisor.mjs')

class Supervisor {
  readonly #process: ChildProcess
  output = ''

  constructor(storage: string, notes: string) {
    this.#process = spawn(process.execPath, [script, storage, notes], { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#process.stdout!.on('data', (bytes) => (this.output += bytes))
  }

  get pids(): number[] {
    return [...this.output.matchAll(/^started (\d+)$/gm)].map(([, pid]) => Number(pid))
  }

  get lives(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null
  }

  /** The process it keeps, other than those before. */
  async probe(...before: number[]): Promise<number> {
    return eventually('a new process', () => this.pids.find((pid) => !before.includes(pid) && isAlive(pid)) ?? null)
  }

  async end(): Promise<void> {
    this.#process.kill('SIGTERM')
    await gone(this.#process.pid!)
  }
}

test.group('Supervision', (group) => {
  let storage: string
  let supervisor: Supervisor
  const notes = () => join(storage, 'notes')
  group.each.setup(() => {
    storage = scratchDirectory()
    supervisor = new Supervisor(storage, notes())
    return async () => {
      await supervisor.end()
      rmSync(storage, { recursive: true })
    }
  })

  test('outlives a start for which there is no log, and starts when there is one', async ({ assert }) => {
    const first = await supervisor.probe()
    const logs = join(storage, 'logs')
    renameSync(logs, `${logs}.away`)
    writeFileSync(logs, '')
    process.kill(first, 'SIGKILL')
    await eventually('word of a start that failed', () => /ended \(E\w+:/.exec(supervisor.output))
    assert.isTrue(supervisor.lives)
    rmSync(logs)
    renameSync(`${logs}.away`, logs)
    assert.notEqual(await supervisor.probe(first), first)
  })

  test('outlives a start that cannot be noted', async ({ assert }) => {
    const first = await supervisor.probe()
    mkdirSync(notes())
    chmodSync(notes(), 0o500)
    process.kill(first, 'SIGKILL')
    await supervisor.probe(first)
    await eventually('word of it', () => /could not be noted: EISDIR/.exec(supervisor.output))
    assert.isTrue(supervisor.lives)
  })

  test('one death is one new process', async ({ assert }) => {
    let pids = [await supervisor.probe()]
    for (let kills = 0; kills < 3; kills++) {
      process.kill(pids.at(-1)!, 'SIGKILL')
      pids = [...pids, await supervisor.probe(...pids)]
    }
    assert.deepEqual(supervisor.pids, pids)
  })

  test('pauses longer with every early death, for 8 s at most, and forgets them after a steady life', async ({
    assert,
  }) => {
    // @ts-expect-error A script without types.
    const { pauseAfter } = (await import('../../../bin/lib/supervise.mjs')) as {
      pauseAfter: (before: number, lived: number) => number
    }
    const pauses: number[] = []
    for (let deaths = 0; deaths < 8; deaths++) pauses.push(pauseAfter(pauses.at(-1) ?? 0, 1_000))
    assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 8000, 8000, 8000])
    assert.equal(pauseAfter(8000, 21_000), 500)
  })
})
