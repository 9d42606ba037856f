/** Bytes a received message may have (SECURITY section 4, file types: EDIFACT and text). */
export const MAX_BYTES = 200 * 1024 * 1024
