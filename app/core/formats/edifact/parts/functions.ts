import type { FilingFunction } from '../../../cargo/codes.js'

/** UN 1225: what a message asks for (FORMATS 14). */
export const FUNCTION_BY_CODE: Readonly<Record<string, FilingFunction>> = {
  1: 'cancel',
  2: 'add',
  3: 'delete',
  4: 'change',
  5: 'replace',
  6: 'status_only',
  7: 'status_only',
  9: 'original',
  20: 'replace_heading',
  21: 'replace_detail',
  22: 'status_only',
  35: 'status_only',
  36: 'change',
  43: 'add',
  50: 'cancel',
  53: 'test',
}
