import { writeCusres, type Acknowledgement } from '#sdk'

/**
 * What the deconsolidator gets back: CUSRES D.01A whatever directory the message names, the manifest under
 * the qualifier it is filed with (AFB), and each Problem by segment with its sentence.
 */
export const CUSRES: Acknowledgement = {
  code: 'guatemala.cusres',
  version: 1,
  title: 'guatemala.acknowledgement_cusres',
  answers: 'guatemala.d01a',
  file: { type: 'application/edifact', ending: 'edi' },
  write: ({ envelope, report, problems, decision, say }, head) =>
    envelope &&
    writeCusres({ envelope, report, problems, decision }, head, { directory: ['D', '01A'], answered: 'AFB', say }),
}
