import type { Rule } from '../kit/rule.ts'

/** Milliseconds since some moment. */
export type Clock = () => number

/** Rules that add up, in `spent`, how many milliseconds each of them took, by id. */
export interface TimedRules {
  readonly rules: readonly Rule[]
  readonly spent: ReadonlyMap<string, number>
}

/**
 * The same rules with a clock around each. What is worked out only when a rule asks for it, such as the blocks of a
 * prompt, counts for the rule that asks first.
 */
export function timeRules(rules: readonly Rule[], clock: Clock): TimedRules {
  const spent = new Map<string, number>()
  const time = (id: string, check: () => void): void => {
    const start = clock()
    check()
    spent.set(id, (spent.get(id) ?? 0) + clock() - start)
  }
  return { rules: rules.map((rule) => timed(rule, time)), spent }
}

function timed(rule: Rule, time: (id: string, check: () => void) => void): Rule {
  const around =
    <Given extends readonly unknown[]>(check: (...given: Given) => void) =>
    (...given: Given): void =>
      time(rule.meta.id, () => check(...given))
  switch (rule.kind) {
    case 'document':
      return { ...rule, check: around(rule.check) }
    case 'fleet':
      return { ...rule, check: around(rule.check) }
    case 'failure':
      return { ...rule, check: around(rule.check) }
    case 'linting':
      return { ...rule, check: around(rule.check) }
  }
}
