/**
 * Runs the unit suite alone, without booting the application or a database:
 * `npm run test:unit [-- --files <pattern>]`. With `LANDFALL_SEED=random` properties meet cases nobody has tried yet.
 */
import { assert } from '@japa/assert'
import { configure, processCLIArgs, run } from '@japa/runner'
import { seedProperties } from '#tests/support/seed'

seedProperties(process.env.LANDFALL_SEED)
processCLIArgs(process.argv.slice(2))
configure({
  files: ['tests/unit/**/*.spec.ts', 'plugins/*/tests/unit/**/*.spec.ts'],
  plugins: [assert()],
  forceExit: true,
})
void run()
