/** Codes and texts are equal whatever their case and outer spaces; numbers and flags as they are. */
export const same = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.trim().toUpperCase() === b.trim().toUpperCase() : a === b
