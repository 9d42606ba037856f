import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'

export interface StoredMail {
  id: string
  at: string
  from: unknown
  to: unknown
  subject: string
  text: string
}

const directory = () => join(env.get('LANDFALL_STORAGE_DIR'), 'mail')
const NAME = /^[0-9TZ-]+-[0-9a-f]{8}$/

/** Mail kept on disk because no SMTP server is set, newest first; at most 200. */
export async function listMail(): Promise<StoredMail[]> {
  const files = await readdir(directory()).catch(() => [] as string[])
  const newest = files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, 200)
  const read = await Promise.all(newest.map((file) => findMail(file.slice(0, -5))))
  return read.filter((mail) => mail !== null)
}

export async function findMail(id: string): Promise<StoredMail | null> {
  if (!NAME.test(id)) return null
  const text = await readFile(join(directory(), `${id}.json`), 'utf8').catch(() => null)
  return text ? (JSON.parse(text) as StoredMail) : null
}
