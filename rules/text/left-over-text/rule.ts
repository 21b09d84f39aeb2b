import { documentRule } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'left-over-text',
    category: 'text',
    summary: 'The file holds text that was meant to be replaced or cut.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      residue: {
        says: '{{written}} ends a tool call that wrote this file, and is now the last thing that the prompt says',
        help: 'remove it',
      },
      placeholder: {
        says: '{{written}} stands where something else was to be written',
        help: 'write what belongs there; put it in backticks where the agent is to fill it in',
      },
    },
  },
  check({ text }, report) {
    for (const { kind, span, written, isDeclared } of text.leftOvers()) {
      if (kind === 'residue' || isDeclared) report(kind, { at: span, data: { written } })
      // In a prompt it may be for the agent to fill in.
      else report(kind, { at: span, data: { written }, severity: 'info', confidence: 'medium' })
    }
  },
})
