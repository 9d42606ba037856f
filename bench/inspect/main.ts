/**
 * How fast `intake:inspect --summary` goes through a directory of thousands of mixed files, and with how much memory.
 *   npm run bench:inspect [-- --files=5000] [-- --seed=N]
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { InspectionSummary } from '#core/formats/inspect_summary'
import { mixedFiles } from '#tests/support/mixed_files'
import { peakMegabytesOf } from '#tests/support/peak_memory'

const { values } = parseArgs({
  options: { files: { type: 'string', default: '5000' }, seed: { type: 'string', default: '20261' } },
})
const [FILES, SEED] = [Number(values.files), Number(values.seed)]
const EACH_FOLDER = 1_000

const folder = mkdtempSync(join(tmpdir(), 'landfall-inspect-'))
const files = join(folder, 'files')
try {
  let bytes = 0
  let written = 0
  for (const file of mixedFiles(FILES, SEED)) {
    const into = join(files, String(Math.floor(written++ / EACH_FOLDER)))
    mkdirSync(into, { recursive: true })
    writeFileSync(join(into, file.name), file.bytes)
    bytes += file.bytes.length
  }
  symlinkSync(join(folder, 'gone.edi'), join(files, '0/000000-broken-link.edi'))
  console.log(`seed ${SEED}; ${FILES} files and a broken link, ${(bytes / 1e6).toFixed(1)} MB; Node ${process.version}`)
  console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}; load ${loadavg()[0]?.toFixed(1)}`)
  const { summary, code, peak } = await inspect(files)
  const { problems, ...totals } = summary
  console.log(JSON.stringify({ ...totals, kindsOfProblems: problems.length }, null, 2))
  console.log(`ends with ${code}; peak ${peak.toFixed(0)} MB`)
  if (summary.files !== FILES) throw new Error(`${summary.files} of ${FILES} files`)
} finally {
  rmSync(folder, { recursive: true })
}

/** Runs the command as people do; the peak is that of the console which `./ace` starts. */
async function inspect(path: string): Promise<{ summary: InspectionSummary; code: number; peak: number }> {
  const started = spawn(process.execPath, ['bin/ace.mjs', 'intake:inspect', path, '--summary', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LANDFALL_STORAGE_DIR: join(folder, 'storage') },
  })
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, ...childrenOf(started.pid!).map(peakOf))), 100)
  const ended = new Promise<number>((resolve) => started.once('exit', (code) => resolve(code ?? 1)))
  void ended.then(() => clearInterval(watch))
  const printed = await text(started.stdout)
  return { summary: JSON.parse(printed) as InspectionSummary, code: await ended, peak }
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
}

/** 0 for a process that ended meanwhile. */
function peakOf(pid: number): number {
  try {
    return peakMegabytesOf(pid)
  } catch {
    return 0
  }
}
