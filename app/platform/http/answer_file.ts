import type { HttpContext } from '@adonisjs/core/http'
import type { AttachmentRow } from '#platform/attachments/attachments'
import { extensionOf } from '#platform/attachments/file_kinds'

/** Bytes that somebody attached: photographs are shown, everything else is saved; neither may run anything. */
export function answerFile(ctx: HttpContext, attachment: AttachmentRow, bytes: Buffer) {
  const name = `${attachment.id}.${extensionOf(attachment.mediaType)}`
  const shown = attachment.mediaType.startsWith('image/') ? 'inline' : 'attachment'
  ctx.response.header('content-type', attachment.mediaType)
  ctx.response.header('x-content-type-options', 'nosniff')
  ctx.response.header('content-disposition', `${shown}; filename="${name}"`)
  ctx.response.header('content-security-policy', `sandbox; default-src 'none'`)
  ctx.response.header('cache-control', 'private, no-store')
  return ctx.response.send(bytes)
}
