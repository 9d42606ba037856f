/**
 * `node --import @poppinss/ts-exec tests/boundaries/checks/main.ts [check …]`
 * Runs the named checks, or all. Prints what each looked at and one line a fault; exit 1 on any.
 */
import { ROOT } from '../root.js'
import { checkErrorPage } from './error_page.js'
import { checkLocales } from './locales.js'
import { checkLogicalCss } from './logical_css.js'
import { checkDependencyPage } from './packages/dependency_page.js'
import { checkLicences } from './packages/licences.js'
import { checkLockfile } from './packages/lockfile.js'
import { checkSbom } from './packages/sbom.js'
import { lookedAtNothing, type Reading } from './reading.js'
import { checkUsedTexts } from './used_texts.js'

const CHECKS: Readonly<Record<string, (root: string) => Reading>> = {
  locales: checkLocales,
  used_texts: checkUsedTexts,
  logical_css: checkLogicalCss,
  lockfile: checkLockfile,
  licences: checkLicences,
  sbom: checkSbom,
  dependency_page: checkDependencyPage,
  error_page: checkErrorPage,
}

const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : Object.keys(CHECKS)) {
  const check = CHECKS[name]
  if (!check) throw new Error(`No check "${name}"; there are ${Object.keys(CHECKS).join(', ')}`)
  const reading = check(ROOT)
  const counts = Object.entries(reading.lookedAt).map(([what, count]) => `${count} ${what}`)
  console.log(`${name}: ${counts.join(', ')} looked at, ${reading.faults.length} faults`)
  for (const fault of reading.faults) console.log(`  ${fault}`)
  if (reading.faults.length > 0 || lookedAtNothing(reading)) process.exitCode = 1
}
