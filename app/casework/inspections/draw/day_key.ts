import { createHmac } from 'node:crypto'
import { currentKey, keyNamed } from '#platform/crypto/data_keys'

interface DayKey {
  kid: string
  key: Buffer
}

const ofDay = (standing: Buffer, day: string): Buffer => createHmac('sha256', standing).update(`draw/${day}`).digest()

/** The key of a day, from the sealed key of the administration: what is revealed of one day says nothing of another. */
export async function dayKey(day: string): Promise<DayKey> {
  const { kid, key } = await currentKey('draw')
  return { kid, key: ofDay(key, day) }
}

/** The key of a day under the sealed key that its draws name. @throws E_KEY_DESTROYED */
export async function dayKeyNamed(day: string, kid: string): Promise<Buffer | null> {
  const key = await keyNamed('draw', kid)
  return key ? ofDay(key, day) : null
}
