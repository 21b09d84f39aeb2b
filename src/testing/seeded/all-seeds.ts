import { descriptionSeeds } from './description.ts'
import { escalationSeeds } from './escalation.ts'
import { frontmatterSeeds } from './frontmatter.ts'
import { identitySeeds } from './identity.ts'
import { lintingSeeds } from './linting.ts'
import { ownershipSeeds } from './ownership.ts'
import { referenceSeeds } from './references.ts'
import type { Seed } from './seed.ts'
import { textSeeds } from './text.ts'
import { toolSeeds } from './tools.ts'

export const seeds: readonly Seed[] = [
  ...frontmatterSeeds,
  ...identitySeeds,
  ...toolSeeds,
  ...descriptionSeeds,
  ...ownershipSeeds,
  ...escalationSeeds,
  ...referenceSeeds,
  ...textSeeds,
  ...lintingSeeds,
]

/** Rules without seeds, and why. */
export const unseeded: Readonly<Record<string, string>> = {
  'unreadable-file': 'it is about a file that cannot be read, so there is no text to put anything into',
  'stale-baseline': 'it points into the baseline, and no text of an agent makes one stale',
}
