import type { Chance } from '../chance.ts'

/** A piece of the network, /24, and how many of the audience are there. The names are for readers; the place itself comes from the data of places. */
export type Neighbourhood = { name: string; base: string; weight: number }

export type Audience = 'mainland' | 'taiwan' | 'abroad'

/** Ranges of large providers; about two thirds of visitors are where such a shop has its customers. */
export const neighbourhoods: Record<Audience, readonly Neighbourhood[]> = {
  mainland: table(`
    5 杭州 125.120.165 · 3 杭州 112.10.25 · 3 杭州 36.23.175 · 5 深圳 113.116.13 · 4 深圳 183.240.107 · 3 深圳 27.38.237 · 5 广州 116.26.246 · 4 广州 183.36.83
    6 上海 116.236.9 · 5 上海 101.93.80 · 4 北京 123.123.42 · 4 北京 39.155.214 · 4 成都 101.204.67 · 3 成都 182.138.0 · 3 武汉 119.103.14 · 3 南京 180.109.88
    3 苏州 180.108.142 · 3 西安 113.137.191 · 3 重庆 14.106.134 · 3 长沙 118.249.16 · 2 天津 117.13.92 · 2 青岛 119.165.154 · 2 宁波 115.215.145 · 2 厦门 120.43.82
    2 福州 27.157.96 · 2 东莞 119.144.136 · 2 佛山 116.20.50 · 2 郑州 1.192.14 · 2 合肥 36.5.147 · 2 济南 119.163.140 · 2 沈阳 119.119.0 · 2 昆明 182.245.228
    2 无锡 121.235.234 · 2 温州 125.108.242 · 1 大连 123.185.157 · 1 哈尔滨 113.9.134 · 1 长春 36.49.124 · 1 石家庄 27.185.138 · 1 太原 171.117.86 · 1 南昌 59.53.162
    1 南宁 116.8.38 · 1 桂林 180.140.85 · 1 贵阳 1.204.106 · 1 兰州 42.91.139 · 1 乌鲁木齐 110.152.130 · 1 海口 153.0.94 · 1 泉州 120.37.173 · 1 汕头 116.5.177
    1 珠海 113.76.96 · 1 绍兴 60.183.170 · 1 义乌 122.243.76 · 1 烟台 27.209.12 · 1 扬州 117.91.153 · 1 洛阳 123.9.241 · 1 宜昌 171.44.220 · 1 绵阳 125.65.117
    2 广东 14.123.18 · 2 山东 39.68.187 · 2 江苏 153.35.131 · 1 湖北 171.47.99 · 1 四川 171.222.227 · 1 内蒙古 1.26.77 · 1 新加坡 118.189.13 · 1 马来西亚 175.139.255`),
  taiwan: table(`
    5 台北 1.34.195 · 2 台中 111.252.158 · 2 高雄 36.237.101 · 1 台南 111.254.62 · 1 新竹 220.132.144 · 1 桃园 114.25.141 · 3 香港 218.254.44 · 2 香港 219.78.59
    1 澳门 60.246.33`),
  abroad: table(`
    6 London 185.38.202 · 3 Bristol 92.234.128 · 3 Manchester 90.218.53 · 2 Edinburgh 94.174.171 · 2 Leeds 2.100.249 · 2 Birmingham 90.252.143 · 2 Glasgow 89.242.68
    1 Cambridge 86.140.245 · 1 Cardiff 80.2.44 · 3 New-York 100.33.126 · 2 Los-Angeles 67.230.178 · 2 Chicago 108.163.252 · 2 Houston 70.139.53 · 2 Toronto 99.239.151
    2 Vancouver 134.87.237 · 2 Berlin 84.181.251 · 2 Hamburg 77.187.118 · 2 Munich 88.217.130 · 2 Amsterdam 82.94.48 · 2 Paris 86.246.33 · 1 Lyon 90.65.2
    1 Milan 95.248.121 · 2 Sydney 202.131.91 · 2 Melbourne 49.186.246 · 2 Singapore 118.189.13 · 1 Tokyo 126.33.97 · 1 Seoul 61.82.113 · 1 Dublin 83.71.230`)
}

/** An address somewhere in the audience's neighbourhoods, or in one of those towns. */
export function someAddress(chance: Chance, audience: Audience, towns: readonly string[] = []): { address: string; town: string } {
  const { base, name } = chance.weighted(neighbourhoods[audience].filter((one) => towns.length === 0 || towns.includes(one.name)))
  return { address: `${base}.${chance.whole(2, 253)}`, town: name }
}

function table(text: string): Neighbourhood[] {
  return text
    .trim()
    .split(/·|\n/)
    .map((entry) => {
      const [weight, name = '', base = ''] = entry.trim().split(' ')
      return { name: name.replace('-', ' '), base, weight: Number(weight) }
    })
}
