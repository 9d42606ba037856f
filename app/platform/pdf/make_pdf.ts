import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'

/** A file inside the document, for machines. */
export interface Enclosed {
  name: string
  mediaType: string
  description: string
  bytes: Buffer
  madeAt: Date
}

/** The stream that pdfmake gives out: a document of pdfkit, to which a file can be added before it ends. */
type Opened = NodeJS.ReadableStream & {
  end(): void
  file(bytes: Buffer, told: Record<string, unknown>): void
}

/** Sets a document; its bytes depend on nothing but what is given. Printing is loaded by the first one: most processes print nothing. */
export async function makePdf(definition: TDocumentDefinitions, enclosed: readonly Enclosed[] = []): Promise<Buffer> {
  const { pdfmake } = await import('./printer.js')
  const opened = (await pdfmake.createPdf(definition).getStream()) as unknown as Opened
  for (const { name, mediaType, description, bytes, madeAt } of enclosed)
    opened.file(bytes, { name, type: mediaType, description, creationDate: madeAt, modifiedDate: madeAt })
  const pieces: Buffer[] = []
  opened.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise<void>((resolve, reject) => {
    opened.on('end', resolve)
    opened.on('error', reject)
  })
  opened.end()
  await ended
  return Buffer.concat(pieces)
}
