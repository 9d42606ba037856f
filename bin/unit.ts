/**
 * Runs the unit suite alone, without booting the application or a database:
 * `npm run test:unit [-- --files <pattern>]`.
 */
import { assert } from '@japa/assert'
import { configure, processCLIArgs, run } from '@japa/runner'

processCLIArgs(process.argv.slice(2))
configure({
  files: ['tests/unit/**/*.spec.ts', 'plugins/*/tests/unit/**/*.spec.ts'],
  plugins: [assert()],
  forceExit: true,
})
void run()
