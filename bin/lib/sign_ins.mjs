import { join } from 'node:path'
import { readJson, writePrivateJson } from './files.mjs'
import { say } from './progress.mjs'

const file = (storage) => join(storage, 'secrets/demo_sign_ins.json')

/** Reads the line `{"signIn":[…]}` out of what an install command printed. */
export function signInsFrom(line) {
  if (!line.startsWith('{"signIn"')) return null
  return JSON.parse(line).signIn
}

export const keepSignIns = (storage, signIns) => writePrivateJson(file(storage), signIns)

export const keptSignIns = (storage) => readJson(file(storage)) ?? []

const widest = (rows, column) => Math.max(...rows.map((row) => row[column].length))

/** One line per role, the demo administrations first. */
export function printSignIns(signIns) {
  if (signIns.length === 0) return
  const rows = signIns.map(({ administration, role, email, password }) => [
    administration ?? 'platform',
    role,
    email,
    password,
  ])
  const widths = [0, 1, 2].map((column) => widest(rows, column))
  say('')
  for (const row of rows) say(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`)
}
