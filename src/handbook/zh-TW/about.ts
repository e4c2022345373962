import type { Write } from '../chapter.ts'
import { geoAttribution } from '../parts.ts'
import { partTerms } from '../terms.ts'

export const about: Write = ({ version }) => ({
  slug: 'about',
  title: '關於 Kefu',
  lead: '版本、授權，以及其中用到的他人成果。',
  sections: [
    {
      id: 'licence',
      title: '授權',
      blocks: [`Kefu ${version} 是自由軟體，採用 MIT 授權：可以使用、修改、散布，商業用途與否都行，保留著作權聲明即可。`]
    },
    {
      id: 'parts',
      title: '用到的元件',
      blocks: [
        '執行檔中包含以下元件，各自遵循自己的授權，在此致謝。',
        {
          terms: partTerms({
            bun: '執行環境，其中包含 SQLite（公共領域）和 JavaScriptCore（LGPL-2）。',
            elysia: '處理網頁請求。',
            'htmx.org': '局部更新頁面。',
            isbot: '辨識機器人。',
            'ua-parser-js': '辨識瀏覽器、系統和裝置。',
            'lucide-static': '圖示，其中一部分來自 Feather（MIT）。'
          })
        }
      ]
    },
    {
      id: 'places',
      title: '地理位置',
      blocks: [
        geoAttribution,
        '我們從中取出 IP 區段、國家和城市，重新打包，打包後的資料沿用同樣的授權。中國各省市的中文名稱由我們整理。準確程度取決於資料：國家幾乎都對，城市則經常有偏差。'
      ]
    },
    {
      id: 'outside',
      title: '什麼會離開這台機器',
      blocks: ['什麼都不會。Kefu 不向任何外部伺服器要求資料，不替我們統計使用者，也不從別處載入字型和指令碼。訪客和同事寫下的內容，只在您的資料夾裡。']
    }
  ]
})
