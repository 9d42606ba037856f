import { writeManifestAnswer, type Acknowledgement } from '#sdk'

/** What the filer gets back: the decision and each Problem with its sentence, by its element. ASYCUDA prescribes no such message. */
export const MANIFEST_ANSWER: Acknowledgement = {
  code: 'jamaica.manifest_answer',
  version: 1,
  title: 'jamaica.acknowledgement_manifest',
  answers: 'jamaica.asycuda',
  file: { type: 'application/xml', ending: 'xml' },
  write: ({ report, problems, decision, say }, head) => writeManifestAnswer({ report, problems, decision, say }, head),
}
