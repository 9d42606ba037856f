export function sidedUtilities(text: string): string[]
