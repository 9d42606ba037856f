import type { CaseActView } from '../../pages/cases/show.props.js'

/** Whether an act wants its reason in words: there is no list to choose from, or what was chosen says too little. */
export const asksForWords = ({ reason, reasons }: Pick<CaseActView, 'reason' | 'reasons'>, chosen: string): boolean =>
  reason === 'required' && (reasons.length === 0 || reasons.some(({ code, needsNote }) => code === chosen && needsNote))
