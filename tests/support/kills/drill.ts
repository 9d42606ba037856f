import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addressOf,
  answer,
  eventually,
  gone,
  isAlive,
  partsOf,
  type Start,
  startWith,
} from '#tests/integration/bin/installation'
import { discard, postmasterPid, scratchDirectory } from '#tests/integration/bin/scratch'
import { Visitor } from '#tests/support/visitor'
import { Witness } from './witness.js'

export const PARTS = ['worker', 'web', 'database'] as const
export type Part = (typeof PARTS)[number]

/** The administration of the demonstration that takes the load. */
const CODE = 'JM'
const root = join(import.meta.dirname, '../../..')

/** An installation of its own under its real supervisor, to be hurt. */
export class Drill {
  private constructor(
    readonly storage: string,
    readonly running: Start,
    readonly url: string,
    readonly token: string,
    readonly witness: Witness
  ) {}

  static async begin(environment: Record<string, string> = {}): Promise<Drill> {
    const storage = scratchDirectory()
    const running = startWith(environment, storage)
    try {
      const url = await addressOf(running)
      return new Drill(storage, running, url, tokenIn(storage), await Witness.of(storage, CODE))
    } catch (error) {
      await end(storage, running)
      throw error
    }
  }

  /** The living process of a part, other than the one given; one that is just being started again is waited for. */
  living(part: Part, other?: number): Promise<number> {
    return eventually(
      `a living ${part}`,
      () => {
        const pid = this.#pidOf(part)
        return pid !== null && pid !== other && isAlive(pid) ? pid : null
      },
      180
    )
  }

  /** Waits until another process stands in for the killed one, and web answers. */
  async back(part: Part, killed: number): Promise<void> {
    await this.living(part, killed)
    await eventually(
      'an answer of web',
      async () => ((await answer(`${this.url}/a/${CODE}/sign-in`)) === 200 ? true : null),
      180
    )
  }

  #pidOf(part: Part): number | null {
    try {
      return part === 'database' ? postmasterPid(this.storage) : partsOf(this.storage)[part].pid
    } catch {
      return null
    }
  }

  /** A data steward of the administration. */
  async steward(): Promise<Visitor> {
    const signIns: { administration: string; role: string; email: string; password: string }[] = JSON.parse(
      readFileSync(join(this.storage, 'secrets/demo_sign_ins.json'), 'utf8')
    )
    const { email, password } = signIns.find(
      ({ administration, role }) => administration === CODE && role === 'data_steward'
    )!
    const visitor = new Visitor(this.url)
    await visitor.get(`/a/${CODE}/sign-in`)
    await visitor.post(`/a/${CODE}/sign-in`, { email, password })
    return visitor
  }

  /** What supervisor, web and worker said last, for whoever has to find out why a drill failed. */
  story(): string {
    const last = (name: string) =>
      readFileSync(join(this.storage, 'logs', `${name}.log`), 'utf8')
        .split('\n')
        .slice(-15)
        .join('\n')
    const ended = this.running.process.exitCode ?? this.running.process.signalCode ?? 'runs'
    const lock = join(this.storage, 'landfall.lock')
    return [
      `supervisor: ${ended}`,
      `lock: ${existsSync(lock) ? readFileSync(lock, 'utf8') : 'none'}`,
      this.running.output(),
      ...['web', 'worker'].map((name) => `── ${name}\n${last(name)}`),
    ].join('\n')
  }

  async end(): Promise<void> {
    await this.witness.close()
    await end(this.storage, this.running)
  }
}

async function end(storage: string, running: Start): Promise<void> {
  running.process.kill('SIGTERM')
  await gone(running.process.pid!)
  discard(storage)
}

function tokenIn(storage: string): string {
  const args = [
    join(root, 'bin/ace.mjs'),
    'tokens:create',
    `--administration=${CODE}`,
    '--name=drill',
    '--sender=DRILL',
  ]
  const run = spawnSync(process.execPath, args, {
    env: { PATH: process.env.PATH, LANDFALL_STORAGE_DIR: storage },
    encoding: 'utf8',
  })
  const token = run.stdout.split('\n')[0]?.trim()
  if (run.status !== 0 || !token) throw new Error(`no token: ${run.stdout}${run.stderr}`)
  return token
}
