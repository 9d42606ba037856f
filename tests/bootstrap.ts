import { appendFileSync, writeSync } from 'node:fs'
import { relative } from 'node:path'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { assert } from '@japa/assert'
import { browserClient } from '@japa/browser-client'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import { spec } from '@japa/runner/reporters'
import type { Config, NamedReporterContract } from '@japa/runner/types'
import { chromium } from 'playwright'
import { seedProperties } from '#tests/support/seed'

seedProperties(process.env.LANDFALL_SEED)

/** Chromium that looks for nothing outside (STACK section 6). */
const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const plugins: NonNullable<Config['plugins']> = [
  assert(),
  pluginAdonisJS(app),
  browserClient({
    runInSuites: ['browser'],
    launcher: (config) =>
      chromium.launch({
        ...config,
        executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
        args: CHROMIUM_FLAGS,
      }),
  }),
]

/** Counts for the script that adds the suites up; alone, the closing line itself. */
const tally: NamedReporterContract = {
  name: 'tally',
  handler(runner, emitter) {
    const ranFile = process.env.LANDFALL_RAN_FILE
    // What ran, for the summary of the threats.
    if (ranFile)
      emitter.on('test:end', ({ title, hasError, meta }) => {
        const file = relative(app.makePath('.'), String(meta.fileName))
        const group = (meta.group as { title?: string } | undefined)?.title ?? ''
        appendFileSync(ranFile, `${JSON.stringify({ file, group, title: title.original, passed: !hasError })}\n`)
      })
    process.once('exit', () => {
      const { aggregates, hasError } = runner.getSummary()
      const failed = aggregates.failed + (hasError && aggregates.failed === 0 ? 1 : 0)
      const line = { passed: aggregates.passed, failed, skipped: aggregates.skipped + aggregates.todo }
      const file = process.env.LANDFALL_TALLY_FILE
      if (file) appendFileSync(file, `${JSON.stringify(line)}\n`)
      else writeSync(1, `\n${line.passed} passed, ${line.failed} failed\n`)
    })
  },
}

export const reporters: NonNullable<Config['reporters']> = { activated: ['spec', 'tally'], list: [spec(), tally] }

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = { setup: [], teardown: [] }

const SERVED = ['functional', 'integration', 'isolation', 'browser', 'long']

export const configureSuite: NonNullable<Config['configureSuite']> = (suite) => {
  if (SERVED.includes(suite.name)) suite.setup(serve)
}

/** A stream that a failed test left open would keep the server, and so the suite, from ending. */
async function serve(): Promise<() => Promise<void>> {
  const close = await testUtils.httpServer().start()
  const server = await app.container.make('server')
  return async () => {
    server.getNodeServer()?.closeAllConnections()
    await close()
  }
}
