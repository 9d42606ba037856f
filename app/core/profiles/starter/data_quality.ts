import { vagueDescription } from '../../indicators/builtin/c02_vague_description.js'
import { poorDescription } from '../../indicators/builtin/c03_poor_description.js'
import { lateFiling } from '../../indicators/builtin/d01_late_filing.js'
import { manyAmendments } from '../../indicators/builtin/d04_many_amendments.js'
import { overPayload } from '../../indicators/builtin/e05_over_payload.js'
import { invalidContainer } from '../../indicators/builtin/e06_invalid_container.js'
import { indicatorCondition } from '../condition.js'
import type { ProfileDocument } from '../document.js'

/** What is filed badly, late or often. */
export const dataQuality: ProfileDocument = {
  threat: 'DQ',
  all: [],
  any: [],
  adds: [
    indicatorCondition(vagueDescription),
    indicatorCondition(poorDescription, { args: { words: 2 } }),
    indicatorCondition(lateFiling),
    indicatorCondition(manyAmendments),
    indicatorCondition(invalidContainer),
    indicatorCondition(overPayload),
  ],
}
