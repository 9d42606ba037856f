import type { Story } from '../story.js'

export const STORIES: readonly Story[] = []
