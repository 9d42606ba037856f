import { readFileSync } from 'node:fs'

/** Most resident memory a process ever had, in MB of 1,000,000 bytes, as the kernel counts it. */
export const peakMegabytesOf = (pid: number): number => {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (kilobytes === undefined) throw new Error(`the kernel does not tell the memory of ${pid}`)
  return (Number(kilobytes) * 1024) / 1e6
}
