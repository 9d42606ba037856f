import { createHmac } from 'node:crypto'
import { currentKey } from './data_keys.js'

/** What stands in for parties: the same party the same each time, and no way back without the key. */
export async function pseudonyms(): Promise<(party: string) => string> {
  const { key } = await currentKey('pseudonym')
  return (party) => `P-${createHmac('sha256', key).update(party).digest('hex').slice(0, 12).toUpperCase()}`
}
