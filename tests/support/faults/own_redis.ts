import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { eventually } from '#tests/integration/bin/installation'

/** A Redis of this test alone that keeps nothing: killed, it comes back empty on the same port. */
export class OwnRedis {
  #process: ChildProcess | undefined

  private constructor(readonly port: number) {}

  static async start(): Promise<OwnRedis> {
    const place = createServer().listen(0, '127.0.0.1')
    await once(place, 'listening')
    const { port } = place.address() as AddressInfo
    place.close()
    await once(place, 'close')
    const redis = new OwnRedis(port)
    await redis.comeBack()
    return redis
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  async kill(): Promise<void> {
    const gone = this.#process!
    if (gone.exitCode !== null || gone.signalCode !== null) return
    gone.kill('SIGKILL')
    await once(gone, 'exit')
  }

  async comeBack(): Promise<void> {
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    this.#process = spawn('redis-server', args, { cwd: '/', stdio: 'ignore' })
    await eventually('an answer of Redis', () => this.#answers())
  }

  #answers(): Promise<true | null> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1', () => resolve(true))
      socket.once('connect', () => socket.destroy())
      socket.once('error', () => resolve(null))
    })
  }
}
