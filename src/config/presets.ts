import type { RuleMeta } from '../core/rule-meta.ts'

/** `strict` has all of `recommended` too; `security` only its own; `all` every rule, also those that are in none. */
export const presetNames = ['recommended', 'strict', 'security', 'all'] as const

export type PresetName = (typeof presetNames)[number]

export const isPreset = (name: string): name is PresetName => presetNames.some((preset) => preset === name)

/** Does the preset switch the rule on? */
export function isInPreset({ presets }: Pick<RuleMeta, 'presets'>, preset: PresetName): boolean {
  if (preset === 'all' || presets.includes(preset)) return true
  return preset === 'strict' && presets.includes('recommended')
}
