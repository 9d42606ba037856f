import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './failure.mjs'
import { makeDir } from './paths.mjs'
import { anyPort } from './ports.mjs'
import { isAlive, signal, until } from './processes.mjs'

const PATIENCE = 10_000

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end('PING\r\n'))
    socket.once('data', (bytes) => resolve(String(bytes).startsWith('+PONG')))
    socket.once('error', () => resolve(false))
  })

/** A Redis of our own that keeps nothing. */
export async function startRedis(program, storage) {
  const port = await anyPort()
  const directory = makeDir(join(storage, 'redis'), 0o700)
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory]
  const child = spawn(program, args, { cwd: directory, stdio: 'ignore', detached: true })
  const end = performance.now() + PATIENCE
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() > end)
      throw new Failure(`${program} does not start on port ${port}`)
    await sleep(50)
  }
  const stop = async () => {
    signal(child.pid, 'SIGTERM')
    if (!(await until(() => !isAlive(child.pid), PATIENCE))) signal(child.pid, 'SIGKILL')
  }
  return { url: `redis://127.0.0.1:${port}`, stop }
}
