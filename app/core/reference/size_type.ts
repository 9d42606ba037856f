import type { ContainerGroup } from './reference_data.js'
import { GROUP_CODES, GROUPS, LENGTH_FT, OLD_HEIGHT, OLD_LENGTH, OLD_TYPES } from './size_type_codes.js'

const ISO = /^([1-4A-HK-NP][0245689CDEFLMNP])([A-Z])(\d)$/
const GROUP_CODE = /^([1-4A-HK-NP][0245689CDEFLMNP])([A-Z]{2})$/
const OLD = /^(\d)(\d)(\d\d)$/

const fromIso = (code: string): string | null => {
  const [, size = '', letter = '', digit = ''] = ISO.exec(code) ?? []
  const group = GROUPS[letter]
  return group ? size + letter + (group.types.includes(digit) ? digit : group.usual) : null
}

const fromGroupCode = (code: string): string | null => {
  const [, size = '', letters = ''] = GROUP_CODE.exec(code) ?? []
  const type = GROUP_CODES[letters]
  return type ? size + type : null
}

const from1984 = (code: string): string | null => {
  const [, first = '', second = '', number = ''] = OLD.exec(code) ?? []
  const length = OLD_LENGTH[first]
  const height = OLD_HEIGHT[second]
  const type = OLD_TYPES.find(([upTo]) => Number(number) <= upTo)?.[1]
  return length && height && type ? length + height + type : null
}

/**
 * Reads an ISO 6346 size-type the way manifests write it: with type digits the standard does not
 * define (`42G4`), as a group code (`45GP`) or in the 1984 edition (`4400`).
 * @returns the code of the present edition, or `null` when even the group stays in doubt (`XXXX`).
 */
export const repairSizeType = (code: string): string | null => fromIso(code) ?? fromGroupCode(code) ?? from1984(code)

/** Group and nominal length of a code that {@link repairSizeType} gave back. */
export const describeSizeType = (
  code: string
): { readonly group: ContainerGroup; readonly lengthFt: number } | null => {
  const group = GROUPS[code.charAt(2)]?.group
  const lengthFt = LENGTH_FT[code.charAt(0)]
  return group && lengthFt ? { group, lengthFt } : null
}
