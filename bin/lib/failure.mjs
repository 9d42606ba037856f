/** A failure whose message is meant for the person at the terminal and needs no stack. */
export class Failure extends Error {}

/** Prints a failure the way a person can use it and ends the process. */
export function fail(error) {
  process.stderr.write(error instanceof Failure ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`)
  process.exit(1)
}
