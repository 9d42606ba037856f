export const COURT_PURPOSES = [
  'prosecution',
  'court_hearing',
  'administrative_penalty',
  'appeal',
  'partner_agency',
  'internal_review',
] as const
export type CourtPurpose = (typeof COURT_PURPOSES)[number]

export const LONGEST_REFERENCE = 200
export const LONGEST_RECIPIENT = 160
/** Versions of one case; a court is not sent more. */
export const MOST_VERSIONS = 200
/** Lines of one table that are printed; the enclosed data hold the others too. */
export const MOST_PRINTED = 500
/** Fields of cargo that are printed in all: some seconds of the worker, which does nothing else meanwhile. */
export const MOST_FACTS = 4000
/** Attempts to make one; what fails so often fails for a reason that trying does not mend. */
export const MOST_ATTEMPTS = 3
