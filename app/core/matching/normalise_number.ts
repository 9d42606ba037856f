import { fold } from './fold.js'

/** A container or transport document number: letters and digits, upper case. */
export const normaliseNumber = (number: string): string => fold(number).replace(/[^A-Z0-9]/g, '')
