/** A file name as it may be shown: no path, no control or direction signs, at most 200 characters. */
export const shownFileName = (name: string | null | undefined): string | null => {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return clean === '' ? null : clean.slice(0, 200)
}
