import { open, type FileHandle } from 'node:fs/promises'

const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })

/**
 * A disk with room for so many bytes, as the kernel behaves: the write that meets the end writes a
 * part and says how much, the next one fails. `room` may be changed at any time.
 */
export class SmallDisk {
  constructor(public room: number) {}

  readonly open = (async (...args: Parameters<typeof open>) => this.#limited(await open(...args))) as typeof open

  #limited(file: FileHandle): FileHandle {
    const write = file.write.bind(file)
    const limited = async (bytes: Uint8Array, offset = 0, length = bytes.byteLength - offset) => {
      if (this.room <= 0) throw noSpace()
      const { bytesWritten } = await write(bytes, offset, Math.min(length, this.room))
      this.room -= bytesWritten
      return { bytesWritten, buffer: bytes }
    }
    file.write = limited as FileHandle['write']
    // Writes on where a part was written only, through the limited write.
    file.appendFile = async (data) => {
      const bytes = data as Uint8Array
      for (let at = 0; at < bytes.byteLength;) at += (await limited(bytes, at)).bytesWritten
    }
    return file
  }
}
