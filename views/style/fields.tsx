import { Checkbox, ChoiceGroup, CodeLine, Field, FormSection, Pair, Radio, SaveBar, SearchField, Select, SwitchRow, Textarea } from '#views/ui/index.ts'
import { Part, type PartProps } from './part.tsx'
import { codeLine } from './samples.ts'

export function Fields({ say }: PartProps) {
  return (
    <Part title={say('ui.style.fields')} rule={say('ui.style.fields_rule')}>
      <div class="three">
        <Field id="style-name" label="网站名称" value="山间茶事" hint="访客会看到，例如店名。" required />
        <Field id="style-address" label="网址" value="shanjian-tea.cn" error="要以 https:// 或 http:// 开头，例如 https://shanjian-tea.cn" required />
        <Select
          id="style-language"
          label="访客界面语言"
          value="zh-CN"
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'zh-TW', label: '繁體中文' },
            { value: 'en', label: 'English' }
          ]}
        />
        <Field id="style-off" label="停用" value="由系统决定" disabled />
        <Textarea id="style-text" label="欢迎语" value="您好，想先看看哪一样？" rows={2} optional="可以不写" />
        <div class="field">
          <label for="style-search">{say('common.search')}</label>
          <SearchField id="style-search" label="姓名、地区、关键词" shortcut="/" />
        </div>
        <ChoiceGroup legend="提醒">
          <Checkbox name="style-sound" checked>
            声音
          </Checkbox>
          <Checkbox name="style-desktop" hint="浏览器会先问您一次。">
            桌面通知
          </Checkbox>
        </ChoiceGroup>
        <ChoiceGroup legend="接待方式">
          <Radio name="style-way" checked>
            第一句回复即接待
          </Radio>
          <Radio name="style-way" value="2">
            点击「接待」
          </Radio>
        </ChoiceGroup>
        <div>
          <SwitchRow id="style-switch-1" label="无人在线时显示留言" hint="留言出现在「留言」里。" checked />
          <SwitchRow id="style-switch-2" label="对话前请访客填写资料" />
        </div>
      </div>
      <div class="frame wide">
        <form class="form">
          <FormSection title="代码" text="贴进每个页面的 <head>，只需一次。以后改设置不用重贴。">
            <CodeLine id="style-code" code={codeLine} say={say} />
          </FormSection>
          <FormSection title="基本" text="名称会出现在访客的对话窗口里。">
            <Pair>
              <Field id="style-a" label="网站名称" value="山间茶事" required />
              <Field id="style-b" label="网址" value="https://shanjian-tea.cn" required />
            </Pair>
          </FormSection>
        </form>
        <SaveBar say={say} note="有 1 处修改：网址" />
      </div>
    </Part>
  )
}
