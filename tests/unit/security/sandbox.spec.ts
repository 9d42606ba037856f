import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { openWorkbook } from '#platform/sandbox/open_workbook'
import { runSandboxed, type Sandboxed } from '#platform/sandbox/sandbox'
import { once, workbookBytes } from '#tests/support/workbooks'

const MIB = 1024 * 1024
const script = (name: string): string => fileURLToPath(new URL(`../../support/sandbox/${name}.mjs`, import.meta.url))
const child = (name: string, args: readonly string[], limits: Partial<Sandboxed> = {}): Sandboxed => ({
  script: script(name),
  arguments: args,
  readable: [],
  inputBytes: MIB,
  outputBytes: MIB,
  milliseconds: 10_000,
  memoryBytes: 256 * MIB,
  ...limits,
})

test.group('T42 sandbox', () => {
  test('the child can read nothing, write nothing, start nothing, evaluate nothing, and knows no secret', async ({
    assert,
  }) => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const target = path.join(tmpdir(), `landfall-probe-${process.pid}`)
    const { port } = server.address() as AddressInfo
    const answer = await runSandboxed(once(Buffer.alloc(0)), child('probe', [String(port), target]))
    server.close()
    assert.isTrue(answer.ok)
    if (!answer.ok) return
    const { tried, environment } = JSON.parse(answer.value.toString()) as {
      tried: Record<string, string>
      environment: string[]
    }
    for (const what of ['read', 'write', 'exec', 'worker'] as const)
      assert.equal(tried[what], 'ERR_ACCESS_DENIED', what)
    assert.notEqual(tried.eval, 'done')
    assert.notEqual(tried.prototype, 'done')
    assert.deepEqual(environment, [])
    assert.isFalse(existsSync(target))
    console.log(`      network of the child: ${tried.network}`)
  }).timeout(20_000)

  test('one that never ends, eats memory or talks without end is killed: {how}')
    .with([
      { how: 'loop', limits: { milliseconds: 500 } },
      { how: 'buffers', limits: { memoryBytes: 128 * MIB } },
      { how: 'output', limits: {} },
    ])
    .run(async ({ assert }, { how, limits }) => {
      const answer = await runSandboxed(once(Buffer.alloc(0)), child('endless', [how], limits))
      assert.deepEqual(answer, { ok: false, error: 'limits' })
    })
    .timeout(20_000)

  test('too many bytes end it', async ({ assert }) => {
    const answer = await runSandboxed(once(Buffer.alloc(2 * MIB)), child('probe', []))
    assert.deepEqual(answer, { ok: false, error: 'limits' })
  })

  test('the next file is served', async ({ assert }) => {
    assert.deepEqual(await openWorkbook(once(Buffer.from('PK\u0003\u0004 no workbook'))), {
      ok: false,
      error: 'limits',
    })
    assert.isTrue((await openWorkbook(once(workbookBytes([['Bol_reference']], 'xlsx')))).ok)
  }).timeout(20_000)
})
