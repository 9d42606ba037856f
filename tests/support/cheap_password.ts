import { createHmac } from 'node:crypto'
import { Scrypt } from '@adonisjs/core/hash/drivers/scrypt'
import env from '#start/env'

const scrypt = new Scrypt({ cost: 1024, blockSize: 8, parallelization: 1, saltSize: 16, keyLength: 64 })

/**
 * A hash that the application takes for one of its own, at a hundredth of the cost: the suites sign in some thousand
 * times. The parameters stand in the hash; those of the application have a test in `security/credentials`.
 */
export async function cheapHash(password: string): Promise<string> {
  const pepper = Buffer.from(env.get('LANDFALL_PEPPER')!, 'base64')
  const peppered = createHmac('sha256', pepper).update(password, 'utf8').digest('base64')
  return `${env.get('LANDFALL_PEPPER_ID')}:${await scrypt.make(peppered)}`
}
