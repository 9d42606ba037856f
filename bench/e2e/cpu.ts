import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of `/proc/<pid>/stat` a second; Linux has had 100 for decades. */
const TICKS = 100

/** CPU seconds of this process and of a PostgreSQL server with all its processes, ended ones too. */
export interface CpuSeconds {
  node: number
  postgres: number
}

/** The server that a backend belongs to. */
export const postmasterOf = (backend: number): number => statOf(backend).parent

export function cpuSeconds(postmaster: number): CpuSeconds {
  const { user, system } = process.cpuUsage()
  const own = statOf(postmaster)
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = statOf(Number(name))
        return stat.parent === postmaster ? [stat.ticks] : []
      } catch {
        return []
      }
    })
  const ticks = own.ticks + own.endedTicks + children.reduce((sum, each) => sum + each, 0)
  return { node: (user + system) / 1e6, postgres: ticks / TICKS }
}

export const cpuSince = (before: CpuSeconds, postmaster: number): CpuSeconds => {
  const now = cpuSeconds(postmaster)
  return { node: now.node - before.node, postgres: now.postgres - before.postgres }
}

/** Microseconds, Node and PostgreSQL together. */
export const perConsignment = ({ node, postgres }: CpuSeconds, consignments: number): number =>
  ((node + postgres) / consignments) * 1e6

/** Fields of proc(5) after the command, which may hold spaces. */
function statOf(pid: number) {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return {
    parent: fields[1]!,
    ticks: fields[11]! + fields[12]!,
    endedTicks: fields[13]! + fields[14]!,
  }
}
