import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { errorClasses, type ErrorClass } from './error_classes.js'
import type { Reading } from './reading.js'

export const ERROR_PAGE = 'docs/errors.md'

const HEAD = `# Errors

Generated from the error classes by \`node --import @poppinss/ts-exec tests/boundaries/checks/write_error_page.ts\`; do not edit.
An error is ours. What is wrong in data from outside is a Problem and has codes of its own, in \`app/core/kernel/problem_codes.ts\`.
`

const row = ({ code, status, message, file }: ErrorClass) =>
  `- **\`${code}\`**${status === null ? '' : ` (${status})`} ${message ?? 'Says its particulars where it is thrown.'} \`${file}\``

/** The page as it should stand. */
export const errorPage = (errors: readonly ErrorClass[]) => `${HEAD}\n${errors.map(row).join('\n')}\n`

/** `docs/errors.md` says what the classes say, and no code has two meanings. */
export function checkErrorPage(root: string): Reading {
  const { files, errors } = errorClasses(root)
  const page = path.join(root, ERROR_PAGE)
  const current = existsSync(page) && readFileSync(page, 'utf8') === errorPage(errors)
  const twice = errors.filter(
    (error) => error.isClass && errors.some((other) => other !== error && other.code === error.code)
  )
  return {
    lookedAt: { files, errors: errors.length },
    faults: [
      ...(current ? [] : [`${ERROR_PAGE}: not as the classes say; run tests/boundaries/checks/write_error_page.ts`]),
      ...twice.map(({ code, file }) => `${file}: ${code} is declared elsewhere too`),
    ],
  }
}
