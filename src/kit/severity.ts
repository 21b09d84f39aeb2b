import type { Severity } from '../core/diagnostic.ts'
import type { Effect } from '../core/host.ts'

/** How grave it is that a host does this; undefined where it does nothing. */
export function severityOf(effect: Effect): Severity | undefined {
  if (effect === 'tolerates') return undefined
  return effect === 'refuses' ? 'error' : 'warning'
}

/** What a host does, as the end of a sentence whose subject is the host. `what` is the field, as text. */
export function effectInWords(effect: Effect): string {
  return wordsOf[effect]
}

const wordsOf: Readonly<Record<Effect, string>> = {
  refuses: 'does not load this agent',
  document: 'takes the file for documentation and does not load it',
  drops: 'drops the field',
  ignores: 'ignores the value',
  'drops-entry': 'drops the entry',
  'drops-all': 'drops all of the frontmatter and loads the agent with defaults',
  'passes-on': 'sends it to the model provider',
  tolerates: 'takes it as it is',
}
