import { lazy } from '../core/lazy.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { scanBlocks } from '../document/scan-blocks.ts'
import { findPersonalPaths, type PersonalPath } from './absolute-paths.ts'
import { type CorruptText, findCorruptText } from './corrupt-text.ts'
import { speaksAsAgent } from './document-words.ts'
import { findHiddenDirectives, type HiddenDirective } from './hidden-directives.ts'
import { findHiddenText, type HiddenText } from './hidden-text.ts'
import { findLeftOvers, type LeftOver } from './left-overs.ts'
import { findPipedShell, type PipedShell } from './piped-shell.ts'
import { speaksOfSkills } from './references.ts'
import { findSecrets, type Secret } from './secrets.ts'

/**
 * What is noticed in the text of a file, whatever it says about its agent. Each is looked for when a rule first asks, behind a
 * cheap look at the whole text, so a file that has nothing of the kind pays no more than that.
 */
export interface TextFacts {
  readonly hidden: () => readonly HiddenText[]
  readonly secrets: () => readonly Secret[]
  readonly corrupt: () => readonly CorruptText[]
  readonly personalPaths: () => readonly PersonalPath[]
  readonly hiddenDirectives: () => readonly HiddenDirective[]
  readonly pipedShell: () => readonly PipedShell[]
  readonly leftOvers: () => readonly LeftOver[]
  /** Does it speak of skills, whose folders may be anywhere? */
  readonly speaksOfSkills: () => boolean
  /** Does it call itself an agent, or speak to one? */
  readonly speaksAsAgent: () => boolean
}

export function textFacts(document: AgentDocument): TextFacts {
  const { text, encodingProblem } = document.source
  const { body } = document
  const blocks = lazy(() => scanBlocks(text, body))
  return {
    hidden: lazy(() => findHiddenText(text)),
    secrets: lazy(() => findSecrets(text)),
    corrupt: lazy(() => findCorruptText(text, encodingProblem)),
    personalPaths: lazy(() => findPersonalPaths(text)),
    hiddenDirectives: lazy(() => findHiddenDirectives(text, body, blocks)),
    pipedShell: lazy(() => findPipedShell(text, body)),
    leftOvers: lazy(() => findLeftOvers(text, document.fence?.content, body, blocks)),
    speaksOfSkills: lazy(() => speaksOfSkills(text)),
    speaksAsAgent: lazy(() => speaksAsAgent(text, body)),
  }
}
