import { describe, expect, it } from 'vitest'
import { scanBlocks } from '../document/scan-blocks.ts'
import { readHandoffs } from './handoffs.ts'
import { readClaims } from './ownership.ts'
import { readLines } from './read-lines.ts'
import { findTellingWords } from './vocabulary.ts'

function read(text: string) {
  const { lines, tables } = readLines(
    text,
    scanBlocks(text, { start: 0, end: text.length }),
    findTellingWords(text, 0, text.length),
  )
  return { claims: readClaims(lines, tables), handoffs: readHandoffs(lines, tables) }
}

const isLoud = ({ confidence }: { confidence: string }): boolean => confidence !== 'low'

const claims = (text: string): string[] =>
  read(text)
    .claims.filter(isLoud)
    .map(({ stance, pattern }) => `${stance} ${pattern}`)

const handoffs = (text: string): string[] =>
  read(text)
    .handoffs.filter(isLoud)
    .map(({ to, relation }) => `${relation} ${to}`)

/** Forms of sentences that teams use for the same few things, beside those that look like them. */
describe('forms of claims', () => {
  it.each([
    ['not your domain', '## NOT your domain\n\n- `ui/`\n\n## Your domain\n\n- `api/`', ['excludes ui/', 'owns api/']],
    ['not part of your scope', '## Not in your scope\n\n- `ui/`', ['excludes ui/']],
    [
      'a subject that is reviewed',
      '## You own\n\n### Engine (you also review the work of others)\n\n- `a/`',
      ['owns a/'],
    ],
    [
      'a list of what is read',
      '## Rules (read before starting)\n\n- `a.md`\n\n## You own\n\n- `b/`',
      ['reads a.md', 'owns b/'],
    ],
    ['read-only below what is owned', '## You own\n\n### Mirror (read-only)\n\n- `a/`', ['reads a/']],
    ['domain alone', '## Domain\n\n- `a/`', ['owns a/']],
    ['domain rules', '## Domain rules\n\n- States follow `docs/states.md`', []],
    ['shared alone', '**Shared:** `a/`, `b/`', ['shares a/', 'shares b/']],
    ['shared parts', '**Shared parts**: `a/base.ts`, `b/pool.ts`', []],
    ['shared state', '## Shared state\n\n- `PLAN.md`: what is to be done', []],
    ['focus areas', '## Focus areas\n\n- apps/api/**\n- routes/**', ['owns apps/api/**', 'owns routes/**']],
    ['subjects side by side', '## Focus areas\n\n- fast, unit/contract/load-based tests', []],
  ])('%s', (_, text, expected) => {
    expect(claims(text)).toEqual(expected)
  })
})

describe('forms of handoffs', () => {
  it.each([
    ['what you are not', '**You are NOT:**\n- Somebody who draws (painter-agent)', ['escalates painter-agent']],
  ])('%s', (_, text, expected) => {
    expect(handoffs(text)).toEqual(expected)
  })
})
