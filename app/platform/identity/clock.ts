let source: () => number = Date.now

/** The instant by which sessions, codes and links are judged. */
export const now = (): Date => new Date(source())

/** Tests go forward in time; `null` gives the machine's own clock back. */
export const setClock = (milliseconds: (() => number) | null): void => {
  source = milliseconds ?? Date.now
}
