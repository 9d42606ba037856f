import { mkdir, open, readFile, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Administration } from '#platform/tenancy/tenant_context'
import env from '#start/env'
import { lineHash, readAnchor, type AnchorBody } from './anchor.js'

export interface AnchorLine {
  body: AnchorBody
  sig: string
  hash: string
}

const directory = () => join(env.get('LANDFALL_STORAGE_DIR'), 'audit')

const anchorPath = ({ code }: Administration): string => join(directory(), `${code}.jsonl`)

/** The lines of an administration, as they stand; none when there is no file yet. */
export async function anchorText(administration: Administration): Promise<string[]> {
  const text = await readFile(anchorPath(administration), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter((line) => line !== '')
}

/** A line that a crash tore is passed over: the next one names the last whole one. */
export async function readAnchors(administration: Administration): Promise<AnchorLine[]> {
  return (await anchorText(administration)).flatMap((line) => {
    const anchor = readAnchor(line)
    return anchor ? [{ ...anchor, hash: lineHash(line) }] : []
  })
}

/** Bytes of the file: who finds more than it wrote has to read again. */
export async function anchorBytes(administration: Administration): Promise<number> {
  return (await stat(anchorPath(administration)).catch(() => null))?.size ?? 0
}

/**
 * Appends a line and does not return before it is on the disk. The file is opened for appending
 * only, and readable by the installation's account alone.
 */
export async function appendAnchor(administration: Administration, line: string): Promise<void> {
  await mkdir(directory(), { recursive: true, mode: 0o700 })
  const file = await open(anchorPath(administration), 'a+', 0o600)
  try {
    await file.appendFile(`${(await endsWhole(file)) ? '' : '\n'}${line}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function endsWhole(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat()
  if (size === 0) return true
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer[0] === 0x0a
}
