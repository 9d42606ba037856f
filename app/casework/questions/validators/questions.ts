import vine from '@vinejs/vine'
import { nullable, optional } from '#platform/http/optional'
import {
  ALL_REPLIES,
  COUNTED_FROM,
  LONGEST_ANSWER,
  LONGEST_CODE,
  LONGEST_DEADLINE,
  LONGEST_NOTE_TO_FILER,
  QUESTION_ITEMS,
  QUESTION_KINDS,
  SHORTEST_DEADLINE,
} from '../codes.js'
import { LONGEST_NOTE, MOST_ITEMS } from '../../cases/codes.js'
import { FILER_VIEWS } from '../queries/filer_questions.js'

const blankIsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null))
const text = (length: number) => nullable(vine.string().trim().maxLength(length).parse(blankIsNull))
const ALL_ITEMS = QUESTION_KINDS.flatMap((kind) => [...QUESTION_ITEMS[kind]])
/** `YYYY-MM-DDTHH:mm`, local to the administration. */
const LOCAL_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/

export const newQuestionValidator = vine.create({
  version: vine.number().min(1).withoutDecimals(),
  kind: vine.enum(QUESTION_KINDS),
  consignments: vine.array(vine.string().uuid()).distinct().minLength(1).maxLength(MOST_ITEMS),
  items: vine.array(vine.enum(ALL_ITEMS)).distinct().minLength(1).maxLength(ALL_ITEMS.length),
  note: text(LONGEST_NOTE_TO_FILER),
  due: nullable(vine.string().regex(LOCAL_TIME).parse(blankIsNull)),
  reason: text(60),
  because: text(LONGEST_NOTE),
})

export const filerListValidator = vine.create({
  view: optional(vine.enum(FILER_VIEWS)),
  page: optional(vine.number().min(1).max(10_000).withoutDecimals()),
})

export const answerValidator = vine.create({
  reply: vine.enum(ALL_REPLIES),
  text: text(LONGEST_ANSWER),
})

export const termsValidator = vine.create({
  countedFrom: vine.enum(COUNTED_FROM),
  minutes: vine.number().min(SHORTEST_DEADLINE).max(LONGEST_DEADLINE).withoutDecimals(),
  remindMinutes: vine.number().min(0).max(10_080).withoutDecimals(),
  codes: vine
    .array(
      vine.object({
        reply: vine.enum(ALL_REPLIES),
        code: vine
          .string()
          .trim()
          .maxLength(LONGEST_CODE)
          .regex(/^[A-Za-z0-9._/-]*$/),
      })
    )
    .maxLength(ALL_REPLIES.length)
    .parse((value) => value ?? []),
})
