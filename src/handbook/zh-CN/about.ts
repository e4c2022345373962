import type { Write } from '../chapter.ts'
import { geoAttribution } from '../parts.ts'
import { partTerms } from '../terms.ts'

export const about: Write = ({ version }) => ({
  slug: 'about',
  title: '关于 Kefu',
  lead: '版本、许可证，以及其中用到的他人成果。',
  sections: [
    {
      id: 'licence',
      title: '许可证',
      blocks: [`Kefu ${version} 是自由软件，采用 MIT 许可证：可以使用、修改、分发，商用与否都行，保留版权声明即可。`]
    },
    {
      id: 'parts',
      title: '用到的组件',
      blocks: [
        '可执行文件中包含以下组件，各自遵循自己的许可证，在此致谢。',
        {
          terms: partTerms({
            bun: '运行环境，其中包含 SQLite（公有领域）和 JavaScriptCore（LGPL-2）。',
            elysia: '处理网页请求。',
            'htmx.org': '局部更新页面。',
            isbot: '识别机器人。',
            'ua-parser-js': '识别浏览器、系统和设备。',
            'lucide-static': '图标，其中一部分来自 Feather（MIT）。'
          })
        }
      ]
    },
    {
      id: 'places',
      title: '地理位置',
      blocks: [
        geoAttribution,
        '我们从中取出 IP 段、国家和城市，重新打包，打包后的数据沿用同样的许可证。中国各省市的中文名称由我们整理。准确程度取决于数据：国家几乎都对，城市则经常有偏差。'
      ]
    },
    {
      id: 'outside',
      title: '什么会离开这台机器',
      blocks: ['什么都不会。Kefu 不向任何外部服务器请求数据，不替我们统计用户，也不从别处加载字体和脚本。访客和同事写下的内容，只在您的数据文件夹里。']
    }
  ]
})
