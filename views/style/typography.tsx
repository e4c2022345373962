import { Part, type PartProps } from './part.tsx'

const sizes: readonly [string, string, string][] = [
  ['26 / 600', 't-26', '1,284　0:26　¥268'],
  ['20 / 600', 't-20', '开门迎客，先奉一杯茶'],
  ['17 / 600', 't-17', '访客　今日概况　移除网站？'],
  ['15 / 400 · 1.6', 't-15', '汝窑的开片只在釉面，胎是完整的，不会漏。用久了茶色慢慢吃进纹路，行里叫「养片」。It never leaks.'],
  ['14 / 500', 't-14', '厦门鼓浪屿听海民宿（采购 王经理）'],
  ['13 / 400', 't-13', '百度搜索 · 汝窑盖碗 开片 漏茶吗 · 停留 10:25'],
  ['12 / 400', 't-12 dim', '今天 10:42 检测到代码，一切正常']
]

export function Typography({ say }: PartProps) {
  return (
    <Part title={say('ui.style.type')} rule={say('ui.style.type_rule')}>
      <table class="specimen wide">
        <tbody>
          {sizes.map(([size, look, text]) => (
            <tr>
              <td>{size}</td>
              <td class={look}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}
