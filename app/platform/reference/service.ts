import app from '@adonisjs/core/services/app'
import type { ReferenceData } from '#core/reference/reference_data'
import { loadReferenceData } from './load_reference_data.js'

let loaded: ReferenceData | undefined

/** The international reference data of this build, read once a process. */
export const referenceData = (): ReferenceData => (loaded ??= loadReferenceData(app.makePath('database/reference')))
