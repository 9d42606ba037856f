/**
 * Runs in the sandbox child: a large ASYCUDA manifest comes in by stdin, what our reader finds in it goes out by stdout,
 * a JSON value a line. Whoever asked for it believes nothing it says unchecked.
 *
 * Arguments: how it is read, as JSON (profiles, character set of the channel, limits), and the directory of the reference data.
 */
import { once } from 'node:events'
import { registerHooks } from 'node:module'
import type { ReadMessage } from '#core/formats/format'
import type { ReadOptions } from '#core/formats/read_file'

const [, , howJson = '{}', referenceDirectory = ''] = process.argv

/** Sources of a development run name the files that a build would make of them. */
if (import.meta.url.endsWith('.ts'))
  registerHooks({
    resolve(specifier, context, next) {
      try {
        return next(specifier, context)
      } catch (error) {
        const { url } = error as { url?: string }
        if (url?.endsWith('.js') !== true) throw error
        return next(url.replace(/\.js$/, '.ts'), context)
      }
    },
  })

const { readFile } = await import('#core/formats/read_file')
const { loadReferenceData } = await import('#platform/reference/load_reference_data')

/** A Message goes a consignment at a time: no line, and no text made of it, is larger than one. */
function* valuesOf({ report, ...message }: ReadMessage): Generator<unknown, void> {
  for (const consignment of report?.consignments ?? []) yield { consignment }
  yield { message: { ...message, report: report && { ...report, consignments: [] } } }
}

async function* answer(options: Pick<ReadOptions, 'profiles'>): AsyncGenerator<unknown, void> {
  const reading = readFile(process.stdin, { ...options, reference: loadReferenceData(referenceDirectory) })
  for (;;) {
    const { done, value } = await reading.next()
    if (done) return yield { end: value }
    yield* valuesOf(value)
  }
}

// Waits while nobody takes what was written: the answer is never held here as a whole.
for await (const value of answer(JSON.parse(howJson) as Pick<ReadOptions, 'profiles'>))
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain')
