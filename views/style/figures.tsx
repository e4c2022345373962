import { Tile, Tiles } from '#views/ui/index.ts'
import { Part, type PartProps } from './part.tsx'

const than = '较上周四'

export function Figures({ say }: PartProps) {
  return (
    <Part title={say('ui.style.figures')} rule={say('ui.style.figures_rule')}>
      <div class="wide">
        <Tiles>
          <Tile name="来访" figure="1,284" difference={{ way: 'up', good: true, text: '8.2%', than }} />
          <Tile name="对话" figure="180" difference={{ way: 'up', good: true, text: '12.5%', than }} />
          <Tile name="首次响应（中位）" figure="0:26" difference={{ way: 'down', good: true, text: '9 秒', than }} />
          <Tile name="满意度" figure="4.8" unit="/ 5" difference={{ way: 'down', good: false, text: '0.1', than }} />
          <Tile name="邀请接受率" figure="23.4" unit="%" difference={{ way: 'same', good: null, text: '持平', than }} />
        </Tiles>
      </div>
    </Part>
  )
}
