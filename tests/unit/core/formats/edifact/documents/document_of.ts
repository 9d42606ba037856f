import type { ReportedDocument } from '#core/cargo/reported_document'
import { read } from '#sdk/testing'

type Kind = ReportedDocument['kind']

/** Reads a text and hands over its first document, which must be of this kind, with the codes of all Problems. */
export const documentOf = async <K extends Kind>(text: string, kind: K) => {
  const { messages, codes } = await read(text)
  const document = messages[0]?.document
  if (document?.kind !== kind) throw new Error(`no ${kind}`)
  return { document: document as Extract<ReportedDocument, { kind: K }>, counts: messages[0]?.counts, codes }
}

/** The piece of the text a SourceRef of it points to. */
export const cut = (text: string, at: { readonly offset: number; readonly length: number } | undefined): string =>
  at ? new TextDecoder().decode(new TextEncoder().encode(text).subarray(at.offset, at.offset + at.length)) : ''
