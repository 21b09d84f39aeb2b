import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { span } from '../core/span.ts'
import { exceededLimit, measureBody } from './body-complexity.ts'
import { isSurelySimple } from './body-screen.ts'

describe('the screen before measuring', () => {
  it('lets nothing pass that exceeds a limit', () => {
    const unit = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '<',
      '~',
      '- ',
      '1. ',
      '> ',
      '  ',
      '\t',
      '\n',
      '\r',
      'word ',
      '+ ',
    )
    const piece = fc.tuple(unit, fc.integer({ min: 1, max: 1_200 })).map(([text, times]) => text.repeat(times))
    const body = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
    const property = fc.property(body, (text) => {
      const at = span(0, text.length)
      if (exceededLimit(measureBody(text, at)) !== undefined) expect(isSurelySimple(text, at)).toBe(false)
    })
    fc.assert(property, { numRuns: 3_000, seed: 7 })
  })

  it('clears ordinary prompts', () => {
    const text = '# Role\n\nYou review **code**.\n\n- `src/`: [guide](guide.md)\n  - more\n'.repeat(40)
    expect(isSurelySimple(text, span(0, text.length))).toBe(true)
  })
})
