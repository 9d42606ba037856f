import type { Acknowledgement } from '#sdk'

/** What the filer gets back: the decision and each Problem by its element. ASYCUDA prescribes no such message. */
export const MANIFEST_ANSWER: Acknowledgement = {
  code: 'jamaica.manifest_answer',
  version: 1,
  title: 'jamaica.acknowledgement_manifest',
  answers: 'jamaica.asycuda',
}
