/** The head and the frames of a stored blob (`platform/blobs/frames.ts` says how it is laid out). */
export function framesOf(file: Buffer): { head: Buffer; frames: Buffer[] } {
  const head = file.subarray(0, 6 + file.readUInt16BE(4))
  const frames: Buffer[] = []
  for (let at = head.length; at < file.length;) {
    const length = 4 + file.readUInt32BE(at)
    frames.push(file.subarray(at, at + length))
    at += length
  }
  return { head, frames }
}
