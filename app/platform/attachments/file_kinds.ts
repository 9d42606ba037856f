/** What may be attached: photographs and PDF. What a file is, its first bytes say; its name and its sender do not. */
const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** Bytes of one file: a photograph of a phone with room to spare. */
export const MOST_FILE_BYTES = 15 * 1024 * 1024
/** Files of one subject. */
export const MOST_FILES = 200

const EXTENSIONS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

export const extensionOf = (type: MediaType): string => EXTENSIONS[type]

/** The kind of file these bytes begin and end like; `null` for every other. */
export function mediaTypeOf(bytes: Buffer): MediaType | null {
  const text = (from: number, to: number) => bytes.subarray(from, to).toString('latin1')
  if (bytes.length < 32) return null
  if (bytes.readUIntBE(0, 3) === 0xffd8ff) return 'image/jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n' && text(12, 16) === 'IHDR') return 'image/png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp'
  if (/^%PDF-[12]\.\d/.test(text(0, 8)) && text(Math.max(0, bytes.length - 1024), bytes.length).includes('%%EOF'))
    return 'application/pdf'
  return null
}
