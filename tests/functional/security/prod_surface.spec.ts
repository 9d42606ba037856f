import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import env from '#start/env'
import { Visitor } from '#tests/support/visitor'

const run = promisify(execFile)

/** A console command in an installation for work: without demonstrations and development pages. */
const inProduction = (...args: string[]) =>
  run(process.execPath, ['ace.js', ...args], {
    cwd: app.makePath('.'),
    env: { ...process.env, NODE_ENV: 'production', LANDFALL_INSTALLATION: 'empty' },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    })
  )

/** Status line of a request that no client library would send. */
const spoken = (request: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(env.get('PORT')), env.get('HOST'), () => socket.write(request))
    const chunks: Buffer[] = []
    socket.setTimeout(5_000, () => socket.destroy())
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString().split('\r\n')[0]!))
    socket.on('error', reject)
  })

test.group('T88 prod_surface', () => {
  test('demonstrations refuse to run where work is done', async ({ assert }) => {
    for (const command of [['demo:install'], ['demo:traffic']]) {
      const { code, text } = await inProduction(...command)
      assert.notEqual(code, 0, command.join(' '))
      assert.notMatch(text, /installed|sent/i)
    }
  }).timeout(120_000)

  // make:plugin is ours: it writes new files beside the source and touches nothing that is there.
  test('the console offers what an installation needs, and no prompt, generator or wiper', async ({ assert }) => {
    const { text } = await inProduction('list', '--json')
    const offered = (JSON.parse(text.slice(text.indexOf('['))) as { commandName: string }[]).map(
      ({ commandName }) => commandName
    )
    assert.includeMembers(offered, ['worker', 'audit:verify', 'build', 'codegen'])
    assert.deepEqual(
      offered.filter((name) =>
        /^(?:repl|test|add|configure|eject|env:|make:(?!plugin)|db:|migration:|schema:)/.test(name)
      ),
      []
    )
    const { code } = await inProduction('repl')
    assert.notEqual(code, 0)
  }).timeout(120_000)

  test('there is no development page', async ({ assert }) => {
    const { text } = await inProduction('list:routes', '--json')
    assert.include(text, '/platform')
    assert.notInclude(text, '/dev/')
  }).timeout(120_000)

  test('health says yes or no, and nothing else is told to a stranger', async ({ assert }) => {
    const stranger = new Visitor()
    assert.deepEqual((await stranger.get('/health')).json, { ok: true })
    for (const path of [
      '/metrics',
      '/.git/config',
      '/.env',
      '/debug',
      '/server-status',
      '/package.json',
      '/assets/',
      '/assets/..%2f..%2fpackage.json',
      '/__vite_ping',
    ])
      assert.equal((await stranger.get(path)).status, 404, path)
  })

  test('the front end carries no source maps', async ({ assert }) => {
    const files = await readdir(app.publicPath('assets'))
    assert.isNotEmpty(files)
    assert.deepEqual(
      files.filter((name) => name.endsWith('.map')),
      []
    )
  })

  test('methods and framings that nobody needs are refused', async ({ assert }) => {
    const host = `Host: ${env.get('HOST')}\r\n`
    const refused = /^HTTP\/1\.1 (?:400|404|405|501)/
    assert.match(await spoken(`TRACE / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`), refused)
    assert.match(
      await spoken(`POST / HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
      refused
    )
    assert.match(await spoken(`GET / HTTP/1.1\r\n${host}X: a\r\n\tb\u0000\r\n\r\n`), refused)
  })
})
