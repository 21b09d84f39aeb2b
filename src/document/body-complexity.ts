import type { Span } from '../core/span.ts'
export interface BodyComplexity {
  readonly size: number
}
export interface LimitExceeded {
  readonly what: string
  readonly value: number
  readonly limit: number
}
export const measureBody = (_text: string, at: Span): BodyComplexity => ({ size: at.end - at.start })
export const exceededLimit = (_c: BodyComplexity): LimitExceeded | undefined => undefined
