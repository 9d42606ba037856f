import vine from '@vinejs/vine'
import { WORKFLOW_SUBJECTS } from '#core/workflow/definition'
import { nullable, optional } from '#platform/http/optional'

const code = () => vine.string().regex(/^[a-z][a-z0-9_]{1,59}$/)
const words = () => vine.record(vine.string().maxLength(80))
const minutes = () => vine.number().withoutDecimals().min(1).max(50_000)

export const subjectValidator = vine.create({
  params: vine.object({ subject: vine.enum(WORKFLOW_SUBJECTS) }),
  revision: optional(vine.number().withoutDecimals().min(0).max(100_000)),
})

/** Form and limits; whether it is sound is said by the core. */
export const draftValidator = vine.create({
  note: nullable(vine.string().trim().maxLength(500)),
  template: nullable(vine.string().maxLength(100)),
  tailoring: vine.object({
    titles: optional(vine.record(words())),
    minutes: optional(vine.record(minutes())),
    required: optional(vine.array(code()).maxLength(60)),
    only: optional(vine.record(vine.array(code()).maxLength(40))),
    reasons: optional(
      vine.record(
        vine.array(vine.object({ code: code(), title: words(), needsNote: optional(vine.literal(true)) })).maxLength(30)
      )
    ),
    states: optional(
      vine
        .array(
          vine.object({
            code: code(),
            after: code(),
            title: words(),
            enter: words(),
            back: words(),
            secondPerson: optional(vine.boolean()),
            minutes: optional(minutes()),
          })
        )
        .maxLength(20)
    ),
  }),
})

export const publicationValidator = vine.create({ running: vine.enum(['keep', 'move'] as const) })
