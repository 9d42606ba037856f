import type { Acknowledgement } from '#sdk'

/** What the deconsolidator gets back: CUSRES D.01A to each manifest, with the Problems by segment. */
export const CUSRES: Acknowledgement = {
  code: 'guatemala.cusres',
  version: 1,
  title: 'guatemala.acknowledgement_cusres',
  answers: 'guatemala.d01a',
}
