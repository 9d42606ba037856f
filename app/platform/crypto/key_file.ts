import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Exception } from '@adonisjs/core/exceptions'
import env from '#start/env'

interface KeyFile {
  keyEncryption: { id: string; key: string }
  formerKeyEncryption?: Record<string, string>
}

/** Makes a new key-encryption key in the key file of this installation; the one before opens what it wrapped. Returns its id. */
export async function renewKeyEncryption(): Promise<string> {
  return change((file) => {
    const { id, key } = file.keyEncryption
    const next = `k${Number(id.replace(/\D/g, '')) + 1}`
    return {
      keyEncryption: { id: next, key: randomBytes(32).toString('base64') },
      formerKeyEncryption: { ...file.formerKeyEncryption, [id]: key },
    }
  })
}

/** Takes a former key out of the key file. */
export async function dropFormerKeyEncryption(kid: string): Promise<void> {
  await change((file) => {
    const { [kid]: _dropped, ...kept } = file.formerKeyEncryption ?? {}
    return { formerKeyEncryption: kept }
  })
}

async function change(work: (file: KeyFile) => Partial<KeyFile>): Promise<string> {
  const directory = env.get('LANDFALL_SECRETS_DIR')
  if (!directory)
    throw new Exception('The keys of this installation are given from outside: make the new one there', {
      code: 'E_KEY_FILE',
      status: 500,
    })
  const path = join(directory, 'keys.json')
  const file = JSON.parse(await readFile(path, 'utf8')) as KeyFile
  const changed = { ...file, ...work(file) }
  const draft = `${path}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(changed, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(draft, path)
  return changed.keyEncryption.id
}
