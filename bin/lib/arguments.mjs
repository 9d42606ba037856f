import { parseArgs } from 'node:util'
import { Failure } from './failure.mjs'

/** `options` as in node:util; unknown ones are refused with the usage line. */
export function readArguments(options, usage) {
  try {
    return parseArgs({ options, allowPositionals: false }).values
  } catch (error) {
    throw new Failure(`${error.message}\nusage: ${usage}`)
  }
}

export function portOf(text, otherwise) {
  if (text === undefined) return otherwise
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`"${text}" is no port`)
  return port
}
