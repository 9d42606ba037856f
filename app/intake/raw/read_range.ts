/** Bytes `from` to `until` of a stream; stops reading behind them. */
export async function readRange(bytes: AsyncIterable<Uint8Array>, from: number, until: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let offset = 0
  for await (const chunk of bytes) {
    const [start, end] = [Math.max(from - offset, 0), Math.min(until - offset, chunk.length)]
    if (start < end) parts.push(chunk.subarray(start, end))
    offset += chunk.length
    if (offset >= until) break
  }
  return Buffer.concat(parts)
}
