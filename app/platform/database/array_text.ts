/** A list within a row of an array parameter: PostgreSQL's arrays of arrays are all of one length. Cast it in the statement. */
export const arrayText = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`
