import type { HttpContext } from '@adonisjs/core/http'
import { boundedBytes, TooManyBytes } from './bounded_bytes.js'

/**
 * The JSON a machine sent, `null` for what is none. Read here and bounded, because the parser of pages
 * takes more than a machine should send.
 */
export async function readJson({ request }: HttpContext, mostBytes: number): Promise<unknown> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of boundedBytes(request.request.iterator({ destroyOnReturn: false }), mostBytes))
      chunks.push(chunk)
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (error) {
    if (error instanceof TooManyBytes) return 'too_many'
    if (error instanceof SyntaxError) return null
    throw error
  }
}
