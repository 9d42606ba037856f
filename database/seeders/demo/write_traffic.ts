import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { callsCsv, csvField } from './calls_csv.js'
import { planTraffic } from './plan.js'
import type { TrafficRequest } from './traffic.js'

/**
 * Writes the traffic of one administration: `calls.csv`, `messages/<number>-<filename>` in
 * filing order, and `messages.csv` (file, sender, filed_at in UTC, historical, story).
 * Returns the number of messages.
 */
export const writeTraffic = async (directory: string, request: TrafficRequest): Promise<number> => {
  const plan = planTraffic(request)
  await mkdir(join(directory, 'messages'), { recursive: true })
  await writeFile(join(directory, 'calls.csv'), callsCsv(request.administration, plan.calls()))
  const index = createWriteStream(join(directory, 'messages.csv'))
  index.write('file,sender,filed_at,historical,story\n')
  let count = 0
  for (const message of plan.messages()) {
    count += 1
    const file = `messages/${String(count).padStart(7, '0')}-${message.filename.replace(/\.(?:edi|xml)$/, '')}.${message.type === 'CUSCAR' ? 'edi' : 'xml'}`
    await writeFile(join(directory, file), message.bytes)
    index.write(
      `${[file, message.sender, new Date(message.filedAt).toISOString(), String(message.historical), message.story ?? ''].map(csvField).join(',')}\n`
    )
  }
  index.end()
  await finished(index)
  return count
}
