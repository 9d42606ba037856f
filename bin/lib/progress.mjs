const started = performance.now()

/** `0.4 s`, `1 min 12 s` */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

export const sinceStart = () => duration(performance.now() - started)

export function say(text) {
  process.stdout.write(`${text}\n`)
}

let current = Promise.resolve()
let closed = false

/** From now on no step begins; resolves when the present one has come to its end. */
export function closeSteps() {
  closed = true
  return current
}

/**
 * Runs one named step and prints it with its time. `work` receives `note`, which sets the remark
 * printed after the time and, on a terminal, shows it while the step runs.
 */
export function step(name, work) {
  if (closed) return new Promise(() => {})
  const result = runStep(name, work)
  current = result.catch(() => {})
  return result
}

async function runStep(name, work) {
  const from = performance.now()
  const live = process.stdout.isTTY === true
  let remark = ''
  if (live) process.stdout.write(`  … ${name}`)
  const note = (text) => {
    remark = text
    if (live) process.stdout.write(`\r\u001b[2K  … ${name}  ${text.slice(0, 90)}`)
  }
  const close = (mark) => {
    if (live) process.stdout.write('\r\u001b[2K')
    say(`  ${mark} ${name.padEnd(34)} ${duration(performance.now() - from).padStart(8)}${remark ? `  ${remark}` : ''}`)
  }
  try {
    const result = await work(note)
    close('✓')
    return result
  } catch (error) {
    close('✗')
    throw error
  }
}
