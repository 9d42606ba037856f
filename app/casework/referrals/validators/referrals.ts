import vine from '@vinejs/vine'
import { nullable } from '#platform/http/optional'
import { MOST_FILES } from '#platform/attachments/file_kinds'
import { MOST_ITEMS } from '../../cases/codes.js'
import { LAWFUL_BASES } from '../../lawful_bases.js'
import {
  LONGEST_MESSAGE,
  LONGEST_REASON,
  LONGEST_REFERENCE,
  PARTS,
  PURPOSES,
  REFERRAL_MODES,
  RESULTS,
  WITHDRAWAL_REASONS,
} from '../codes.js'

const NONE = (value: unknown) => value ?? []
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const uuids = (most: number) => vine.array(vine.string().uuid()).distinct().maxLength(most).parse(NONE)
const text = (length: number) => vine.string().trim().minLength(1).maxLength(length)

export const newReferralValidator = vine.create({
  /** `unit:<id>` or `agency:<id>`. */
  to: vine
    .string()
    .trim()
    .regex(/^(?:unit|agency):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  mode: vine.enum(REFERRAL_MODES),
  purpose: vine.enum(PURPOSES),
  basis: vine.enum(LAWFUL_BASES),
  basisReference: text(LONGEST_REFERENCE),
  message: text(LONGEST_MESSAGE),
  parts: vine.array(vine.enum(PARTS)).distinct().parse(NONE),
  consignments: uuids(MOST_ITEMS),
  attachments: uuids(MOST_FILES),
  /** The last day, local to the administration. */
  until: vine.string().trim().regex(DAY),
})

export const withdrawalValidator = vine.create({
  reason: vine.enum(WITHDRAWAL_REASONS),
  note: nullable(
    vine
      .string()
      .trim()
      .maxLength(LONGEST_REASON)
      .parse((value) => (value === '' || value === undefined ? null : value))
  ),
})

export const referralAnswerValidator = vine.create({ result: vine.enum(RESULTS), words: text(LONGEST_MESSAGE) })
