import { lazy } from '../core/lazy.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { type CorruptText, findCorruptText } from './corrupt-text.ts'
import { findHiddenText, type HiddenText } from './hidden-text.ts'
import { findSecrets, type Secret } from './secrets.ts'

/**
 * What is noticed in the text of a file, whatever it says about its agent. Each is looked for when a rule first asks, behind a
 * cheap look at the whole text, so a file that has nothing of the kind pays no more than that.
 */
export interface TextFacts {
  readonly hidden: () => readonly HiddenText[]
  readonly secrets: () => readonly Secret[]
  readonly corrupt: () => readonly CorruptText[]
}

export function textFacts(document: AgentDocument): TextFacts {
  const { text, encodingProblem } = document.source
  return {
    hidden: lazy(() => findHiddenText(text)),
    secrets: lazy(() => findSecrets(text)),
    corrupt: lazy(() => findCorruptText(text, encodingProblem !== undefined)),
  }
}
