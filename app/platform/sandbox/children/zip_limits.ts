const END = 0x06054b50
const ENTRY = 0x02014b50
const MOST_ENTRIES = 2_000
const MOST_BYTES = 200 * 1024 * 1024
const MOST_RATIO = 100

/**
 * Whether a ZIP file promises more than a workbook needs (SECURITY T43): read from its directory,
 * before anything is inflated. A directory that lies is stopped by the limits on time and memory.
 */
export const isBomb = (bytes: Buffer): boolean => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) return true
  const entries = bytes.readUInt16LE(end + 10)
  if (entries > MOST_ENTRIES) return true
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return true
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
    total += size
    if (isEncrypted || total > MOST_BYTES || size > Math.max(packed, 10_000) * MOST_RATIO) return true
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return false
}
