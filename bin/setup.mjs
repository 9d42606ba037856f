/**
 * Installs exactly the lockfile when needed. Runs before every npm script, on the system's Node
 * (20 or newer) and with nothing but `node:` modules: it brings the Node the rest runs on.
 */
import { fail } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  process.stderr.write(`Landfall needs Node 20 or newer to install itself; this is ${process.version}.\n`)
  process.exit(1)
}
ensureInstalled().catch(fail)
