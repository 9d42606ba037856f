const started = performance.now()
/** A terminal shows the running step each second; a log gets a line when nothing was said for a while. */
const live = process.stdout.isTTY === true
const QUIET_FOR = 10_000

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
 * printed after the time.
 */
export function step(name, work) {
  if (closed) return new Promise(() => {})
  const result = runStep(name, work)
  current = result.catch(() => {})
  return result
}

async function runStep(name, work) {
  const from = performance.now()
  let remark = ''
  const took = () => duration(performance.now() - from)
  const line = (mark) => `  ${mark} ${name.padEnd(34)} ${took().padStart(8)}${remark ? `  ${remark.slice(0, 90)}` : ''}`
  const show = live ? () => process.stdout.write(`\r\u001b[2K${line('…')}`) : () => say(line('…'))
  const clock = setInterval(show, live ? 1000 : QUIET_FOR)
  if (live) show()
  const close = (mark) => {
    clearInterval(clock)
    if (live) process.stdout.write('\r\u001b[2K')
    say(line(mark))
  }
  const note = (text) => {
    remark = text
    if (live) show()
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
