import type { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { err, ok, type Result } from '#core/kernel/result'
import { MOST_FILE_BYTES } from '#platform/attachments/file_kinds'
import { invalid, type Failure } from './failure.js'

interface UploadedFile {
  bytes: Buffer
  fileName: string | null
}

/** The file of a form, whole and in memory; the first one, and no more of it than `MOST_FILE_BYTES`. */
export async function readUpload({ request }: HttpContext): Promise<Result<UploadedFile, Failure>> {
  let file: UploadedFile | null = null
  let tooLarge = false
  if (!request.is(['multipart'])) return err(invalid('file', 'common.file_needed'))
  request.multipart.onFile('file', { deferValidations: true }, async (part) => {
    const stream = part as unknown as Readable & { filename?: string }
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of stream.iterator({ destroyOnReturn: false })) {
      size += (piece as Buffer).length
      if (size > MOST_FILE_BYTES) break
      pieces.push(piece as Buffer)
    }
    tooLarge = size > MOST_FILE_BYTES
    file = { bytes: Buffer.concat(pieces), fileName: stream.filename ?? null }
    stream.resume()
  })
  try {
    await request.multipart.process({ limit: MOST_FILE_BYTES + 1024 * 1024 })
  } catch (error) {
    if ((error as { code?: string }).code !== 'E_REQUEST_ENTITY_TOO_LARGE') throw error
    tooLarge = true
  }
  if (tooLarge) return err(invalid('file', 'common.file_too_large', { megabytes: MOST_FILE_BYTES / 1024 / 1024 }))
  const read = file as UploadedFile | null
  return read && read.bytes.length > 0 ? ok(read) : err(invalid('file', 'common.file_needed'))
}
