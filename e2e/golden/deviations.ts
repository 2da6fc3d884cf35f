import { CLOCKS } from './deviations/clocks'
import { DEFECTS } from './deviations/defects'
import type { Deviation } from './deviations/deviation'
import { MORE } from './deviations/more'
import { REFUSALS } from './deviations/refusals'
import { WORDS } from './deviations/words'

export const DEVIATIONS: readonly Deviation[] = [...REFUSALS, ...WORDS, ...DEFECTS, ...MORE, ...CLOCKS]
