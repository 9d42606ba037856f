import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import env from '#start/env'

/** What has been fed for one demo administration, so that an interrupted run goes on where it stopped. */
export interface DemoProgress {
  seed: number
  /** The one time shift of the traffic: everything is planned around it. */
  now: number
  consignments: number
  /** Messages handed to intake so far. */
  fed: number
  done: boolean
}

const fileOf = (code: string) => join(env.get('LANDFALL_STORAGE_DIR'), `demo_traffic_${code}.json`)

export const readProgress = (code: string): DemoProgress | null =>
  existsSync(fileOf(code)) ? (JSON.parse(readFileSync(fileOf(code), 'utf8')) as DemoProgress) : null

export const keepProgress = (code: string, progress: DemoProgress): void =>
  writeFileSync(fileOf(code), JSON.stringify(progress), { mode: 0o600 })
