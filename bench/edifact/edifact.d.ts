declare module 'edifact' {
  /** The parts of npm `edifact` 1.2 that are measured; the package ships no types. */
  export class Parser {
    onopensegment: (tag: string) => void
    onelement: () => void
    oncomponent: (data: string) => void
    onclosesegment: () => void
    write(text: string): void
    end(): void
  }
}
