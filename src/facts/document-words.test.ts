import { describe, expect, it } from 'vitest'
import { span } from '../core/span.ts'
import { isSharedDocument, speaksAsAgent } from './document-words.ts'

describe('files that agents share or are made from', () => {
  it.each([
    '_shared.md',
    '.draft.md',
    'TEMPLATE.md',
    'agent-template.agent.md',
    'USAGE_GUIDE.md',
    'references/answer.md',
    'team/_common/answer.md',
    'templates/reviewer.md',
  ])('%s', (path) => {
    expect(isSharedDocument(path)).toBe(true)
  })

  it.each(['reviewer.md', 'template-writer.md', 'guide-dog.md', 'backend/shared-state-expert.md', 'toString.md'])(
    'are not like %s',
    (path) => {
      expect(isSharedDocument(path)).toBe(false)
    },
  )
})

describe('a text that speaks as an agent', () => {
  const speaks = (text: string): boolean => speaksAsAgent(text, span(0, text.length))

  it.each([
    '# Billing Agent\n\nRole',
    '\n\n# BillingSubagent Charter',
    '# Billing\n\nYou are a bookkeeper.',
    '# Billing\n\n> **You are** a bookkeeper.',
    '# 請求\n\nあなたは経理担当です。',
  ])('%j', (text) => {
    expect(speaks(text)).toBe(true)
  })

  it.each([
    '# Rules for all agents\n\nNever push.',
    '# Billing\n\nWe hope you are well.',
    '# Billing\n\nThe agent reads this.',
    '',
  ])('not %j', (text) => {
    expect(speaks(text)).toBe(false)
  })

  it('takes no longer for a line without an end', () => {
    const start = performance.now()
    speaks(`${'a'.repeat(1_000_000)}\n`)
    speaks(`${' \t>*_#-'.repeat(150_000)}you`)
    expect(performance.now() - start).toBeLessThan(200)
  })
})
