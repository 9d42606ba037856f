import type { AnswerOptions } from '../../answer.js'
import type { EdifactEnvelope } from '../../format.js'
import { TEST_ELEMENT } from '../envelope.js'
import { DEFAULT_SEPARATORS } from '../separators.js'
import { encoded, fitted } from './encode.js'
import { SegmentWriter, type ElementText } from './segment_writer.js'

/**
 * Writes one message in an interchange back to its sender: sender and recipient change places,
 * separators, syntax and its version are the partner's own, and the counts are right.
 */
export class InterchangeWriter {
  readonly #envelope: EdifactEnvelope
  readonly #options: AnswerOptions
  readonly #out: SegmentWriter

  constructor(envelope: EdifactEnvelope, options: AnswerOptions, messageIdentifier: readonly string[]) {
    this.#envelope = envelope
    this.#options = options
    this.#out = new SegmentWriter(envelope.separators)
    this.#begin()
    this.add('UNH', '1', messageIdentifier)
  }

  /** Adds a segment of the message. */
  add(tag: string, ...elements: readonly ElementText[]): void {
    const { identifier } = this.#envelope.syntax
    const fit = (text: string): string => fitted(text, identifier)
    this.#out.add(tag, ...elements.map((value) => (typeof value === 'string' ? fit(value) : value.map(fit))))
  }

  /** Closes message and interchange and hands over the bytes. */
  finish(): Uint8Array {
    const { reference } = this.#options
    // UNB is not of the message, UNT is.
    this.add('UNT', String(this.#out.count), '1')
    this.add('UNZ', '1', reference)
    return encoded(this.#out.text(), this.#envelope.syntax.identifier)
  }

  #begin(): void {
    const { syntax, sender, recipient, test, separators } = this.#envelope
    const { component, element, decimal, release, terminator } = separators
    const same = (['component', 'element', 'release', 'terminator'] as const).every(
      (sign) => separators[sign] === DEFAULT_SEPARATORS[sign]
    )
    if (!same || decimal === ',') {
      const signs = [component, element, (decimal ?? '.').charCodeAt(0), release < 0 ? 32 : release, 32, terminator]
      this.#out.addRaw(`UNA${String.fromCharCode(...signs)}`)
    }
    const { reference, writtenAt } = this.#options
    const digits = writtenAt.replace(/\D/g, '')
    // From version 4 on years have four digits.
    const date = Number(syntax.version) >= 4 ? digits.slice(0, 8) : digits.slice(2, 8)
    const elements: ElementText[] = [
      [syntax.identifier, syntax.version],
      recipient,
      sender,
      [date, digits.slice(8, 12)],
      reference,
    ]
    if (test) {
      while (elements.length < TEST_ELEMENT - 1) elements.push('')
      elements.push('1')
    }
    this.add('UNB', ...elements)
  }
}
