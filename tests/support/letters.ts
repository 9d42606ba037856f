import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import LettersDrain from '#platform/identity/letters_drain'
import env from '#start/env'
import type { Place } from './world.js'

export interface ReadLetter {
  to: string
  subject: string
  text: string
}

const directory = () => join(env.get('LANDFALL_STORAGE_DIR'), 'mail')
const names = () => readdir(directory()).catch(() => [] as string[])

/** Sends what waits in this administration, and gives what went out. */
export const sendLetters = (place: Place): Promise<ReadLetter[]> =>
  mailsOf(() => place.run(() => new LettersDrain().execute()))

/** What goes out by mail while this is done. */
export async function mailsOf(work: () => Promise<unknown>): Promise<ReadLetter[]> {
  const before = new Set(await names())
  await work()
  const sent = (await names()).filter((name) => !before.has(name)).sort()
  const letters = await Promise.all(
    sent.map(
      async (name) => JSON.parse(await readFile(join(directory(), name), 'utf8')) as { to: unknown } & ReadLetter
    )
  )
  return letters.map((letter) => ({ ...letter, to: JSON.stringify(letter.to) }))
}

/** Path of the link in a letter. */
export const linkIn = ({ text }: ReadLetter): string => new URL(/https?:\S+/.exec(text)![0]).pathname
