import { say, sinceStart } from './progress.mjs'
import { run } from './run.mjs'

const LEAST_PAUSE = 2000

/** Feeds the demo traffic beside the running system; what a stop interrupts is done at the next start. */
export async function trafficInBackground(home, environment, installation, consignments) {
  const args = ['ace.js', 'demo:traffic', ...(consignments ? [`--consignments=${consignments}`] : [])]
  let shown = 0
  const line = (text) => {
    if (performance.now() - shown < LEAST_PAUSE) return
    shown = performance.now()
    say(`  demo traffic: ${text}`)
  }
  const { code, tail } = await run(process.execPath, args, { cwd: home, env: environment, line })
  if (code === 0) {
    installation.note({ traffic: 'done' })
    say(`  demo traffic: complete, ${sinceStart()} after the start`)
  } else if (code !== null) {
    say(`  demo traffic ended with ${code} and is repeated at the next start:\n${tail}`)
  }
}
