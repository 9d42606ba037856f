import { imoCheckDigit } from '../reference/check_digits.js'
import { normaliseName } from './normalise_name.js'

const PREFIX = /^(?:MV|MS|SS) (?=\S)/

/** A ship by its IMO number where the value is one (`IMO 9988566`), else by its name without `M/V`. */
export const normaliseMeans = (value: string): string => {
  const imo = imoCheckDigit(value)
  if (imo.valid) return `IMO${imo.normalised}`
  const name = normaliseName(value).replace(PREFIX, '')
  return name === value ? name : normaliseMeans(name)
}
