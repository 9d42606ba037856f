import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'

const MANIFEST =
  "UNB+UNOA:2+LINE+CUSTOMS+261120:0900+7'UNH+1+CUSCAR:D:96B:UN'BGM+785+MAN1+9'CNI+1+BL1'GID+1+4:PK'UNT+9+1'UNZ+1+7'"

/** Runs the command on a text and hands over what it wrote and how it ended. */
async function answer(text: string, ...flags: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'answer-'))
  const write = process.stdout.write.bind(process.stdout)
  let written = ''
  try {
    const file = join(folder, 'filed.edi')
    await writeFile(file, text)
    process.stdout.write = (chunk: string | Uint8Array) => {
      written += Buffer.from(chunk).toString('latin1')
      return true
    }
    const { exitCode, logger } = await ace.exec('intake:answer', [file, ...flags])
    return { written, exitCode: exitCode ?? 0, told: logger.getLogs().map(({ message }) => message) }
  } finally {
    process.stdout.write = write
    await rm(folder, { recursive: true })
  }
}

test.group('intake:answer', (group) => {
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  test('shows the CONTRL of each interchange', async ({ assert }) => {
    const { written, exitCode } = await answer(`${MANIFEST}\n${MANIFEST.replaceAll('+7', '+8')}`)
    assert.equal(exitCode, 0)
    assert.include(written, "UCI+7+LINE+CUSTOMS+7'UCM+1+CUSCAR:D:96B:UN+7'UCS+5'UCD+29+1'")
    assert.include(written, "UCI+8+LINE+CUSTOMS+7'")
  })

  test('shows the CUSRES of a cargo report', async ({ assert }) => {
    const { written } = await answer(MANIFEST, '--cusres')
    assert.include(written, "UNH+1+CUSRES:D:96B:UN'BGM+962+PREVIEW1+45'")
    assert.include(written, "RFF+ACW:MAN1'ERP+1+UNT:5:5'ERC+SYNCOUNT::ZZZ'")
  })

  test('shows the answer of a plugin, to what its profile reads', async ({ assert }) => {
    const filed = readFileSync(
      new URL('../../../plugins/guatemala/fixtures/messages/add.edi', import.meta.url),
      'latin1'
    )
    const { written, exitCode } = await answer(filed, '--as=guatemala.cusres')
    assert.equal(exitCode, 0)
    assert.include(written, "RFF+AFB:99X26000044'ERP+1+UNT:51:5'ERC+SYNCOUNT::ZZZ'FTX+AAO+++SYN-COUNT:SYN-COUNT'")
    for (const [text, code, why] of [
      [MANIFEST, 'guatemala.cusres', /answers what guatemala\.\w+ reads; this file was read by cuscar\.generic\./],
      [filed, 'ruritania.answer', /No plugin of this build has "ruritania\.answer"/],
    ] as const) {
      const nothing = await answer(text, `--as=${code}`)
      assert.deepEqual([nothing.written, nothing.exitCode], ['', 1])
      assert.match(nothing.told.join(), why)
    }
  })

  test('fails on what has no sender to answer', async ({ assert }) => {
    const { written, exitCode } = await answer('Dear Sir')
    assert.equal(exitCode, 1)
    assert.equal(written, '')
  })
})
