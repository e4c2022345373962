import { provinceCode } from './regions.ts'

/*
 * The prefectures of China, the better known counties and the districts of its four municipalities, by province: as the data spells
 * them (letters only), simplified, and traditional where that differs. Some are in the data by the name of their seat.
 */
const cities: Record<string, string> = {
  AH: `Hefei 合肥, Wuhu 芜湖 蕪湖, Bengbu 蚌埠, Huainan 淮南, Maanshan 马鞍山 馬鞍山, Huaibei 淮北, Tongling 铜陵 銅陵, Anqing 安庆 安慶, Huangshan 黄山 黃山,
    Chuzhou 滁州, Fuyang 阜阳 阜陽, Suzhou 宿州, Luan 六安, Bozhou 亳州, Chizhou 池州, Xuancheng 宣城, Xuanzhou 宣城, Chaohu 巢湖, Tongcheng 桐城, Tianchang 天长 天長`,
  BJ: `Chaoyang 朝阳 朝陽, Haidian 海淀, Dongcheng 东城 東城, Xicheng 西城, Fengtai 丰台 豐台, Shijingshan 石景山, Mentougou 门头沟 門頭溝, Fangshan 房山, Tongzhou 通州,
    Shunyi 顺义 順義, Changping 昌平, Daxing 大兴 大興, Huairou 怀柔 懷柔, Pinggu 平谷, Miyun 密云 密雲, Yanqing 延庆 延慶`,
  CQ: `Wanzhou 万州 萬州, Fuling 涪陵, Yuzhong 渝中, Yubei 渝北, Jiangbei 江北, Beibei 北碚, Banan 巴南, Yongchuan 永川, Hechuan 合川, Jiangjin 江津, Liangping 梁平`,
  FJ: `Fuzhou 福州, Xiamen 厦门 廈門, Putian 莆田, Sanming 三明, Quanzhou 泉州, Zhangzhou 漳州, Nanping 南平, Longyan 龙岩 龍岩, Ningde 宁德 寧德, Jinjiang 晋江 晉江,
    Shishi 石狮 石獅, Fuqing 福清, Fuding 福鼎, Fuan 福安, Wuyishan 武夷山, Xianyou 仙游 仙遊, Jimei 集美, Zhangping 漳平`,
  GD: `Guangzhou 广州 廣州, Shenzhen 深圳, Zhuhai 珠海, Shantou 汕头 汕頭, Foshan 佛山, Shaoguan 韶关 韶關, Heyuan 河源, Meizhou 梅州, Huizhou 惠州, Shanwei 汕尾,
    Dongguan 东莞 東莞, Zhongshan 中山, Jiangmen 江门 江門, Yangjiang 阳江 陽江, Zhanjiang 湛江, Maoming 茂名, Zhaoqing 肇庆 肇慶, Qingyuan 清远 清遠, Chaozhou 潮州,
    Jieyang 揭阳 揭陽, Yunfu 云浮 雲浮, Shunde 顺德 順德, Chancheng 佛山, Xinhui 新会 新會, Taishan 台山, Encheng 恩平, Gaozhou 高州, Wuchuan 吴川 吳川, Xinyi 信宜,
    Yangchun 阳春 陽春, Lianjiang 廉江, Puning 普宁 普寧, Gaoyao 高要, Shiqiao 番禺`,
  GS: `Lanzhou 兰州 蘭州, Jiayuguan 嘉峪关 嘉峪關, Jinchang 金昌, Baiyin 白银 白銀, Tianshui 天水, Wuwei 武威, Zhangye 张掖 張掖, Pingliang 平凉 平涼, Jiuquan 酒泉,
    Qingyang 庆阳 慶陽, Dingxi 定西, Longnan 陇南 隴南, Linxia 临夏 臨夏, Gannan 甘南, Lintan 临潭 臨潭`,
  GX: `Nanning 南宁 南寧, Liuzhou 柳州, Guilin 桂林, Wuzhou 梧州, Beihai 北海, Fangchenggang 防城港, Qinzhou 钦州 欽州, Guigang 贵港 貴港, Yulin 玉林, Baise 百色,
    Hezhou 贺州 賀州, Hechi 河池, Laibin 来宾 來賓, Chongzuo 崇左, Yizhou 宜州`,
  GZ: `Guiyang 贵阳 貴陽, Liupanshui 六盘水 六盤水, Zunyi 遵义 遵義, Anshun 安顺 安順, Bijie 毕节 畢節, Tongren 铜仁 銅仁, Qianxinan 黔西南, Xingyi 兴义 興義,
    Qiandongnan 黔东南 黔東南, Kaili 凯里 凱里, Qiannan 黔南, Duyun 都匀 都勻, Chishui 赤水`,
  HA: `Zhengzhou 郑州 鄭州, Kaifeng 开封 開封, Luoyang 洛阳 洛陽, Pingdingshan 平顶山 平頂山, Anyang 安阳 安陽, Hebi 鹤壁 鶴壁, Xinxiang 新乡 新鄉, Jiaozuo 焦作,
    Puyang 濮阳 濮陽, Xuchang 许昌 許昌, Luohe 漯河, Sanmenxia 三门峡 三門峽, Nanyang 南阳 南陽, Shangqiu 商丘, Xinyang 信阳 信陽, Zhoukou 周口, Zhumadian 驻马店 駐馬店,
    Jiyuan 济源 濟源, Xiangcheng 襄城, Mianchi 渑池 澠池`,
  HB: `Wuhan 武汉 武漢, Huangshi 黄石 黃石, Shiyan 十堰, Yichang 宜昌, Xiangyang 襄阳 襄陽, Xiangfan 襄阳 襄陽, Ezhou 鄂州, Jingmen 荆门 荊門, Xiaogan 孝感,
    Jingzhou 荆州 荊州, Shashi 荆州 荊州, Huanggang 黄冈 黃岡, Xianning 咸宁 咸寧, Suizhou 随州 隨州, Enshi 恩施, Xiantao 仙桃, Qianjiang 潜江 潛江, Tianmen 天门 天門,
    Jingling 天门 天門, Shennongjia 神农架 神農架, Wuxue 武穴, Daye 大冶, Laohekou 老河口, Zaoyang 枣阳 棗陽, Danjiangkou 丹江口, Guangshui 广水 廣水, Lichuan 利川,
    Yicheng 宜城, Macheng 麻城, Hanchuan 汉川 漢川, Xiulin 石首, Gucheng 谷城`,
  HE: `Shijiazhuang 石家庄 石家莊, Tangshan 唐山, Qinhuangdao 秦皇岛 秦皇島, Handan 邯郸 邯鄲, Xingtai 邢台, Baoding 保定, Zhangjiakou 张家口 張家口, Chengde 承德,
    Xiabancheng 承德, Cangzhou 沧州 滄州, Langfang 廊坊, Hengshui 衡水, Nangong 南宫 南宮, Zhuozhou 涿州, Sanhe 三河, Yanjiao 燕郊, Hejian 河间 河間, Bazhou 霸州`,
  HI: `Haikou 海口, Sanya 三亚 三亞, Sansha 三沙, Danzhou 儋州, Qionghai 琼海 瓊海, Wuzhishan 五指山, Wenchang 文昌, Wanning 万宁 萬寧, Dongfang 东方 東方, Dingan 定安,
    Dingcheng 定安, Ledong 乐东 樂東, Lingshui 陵水, Chengmai 澄迈 澄邁`,
  HL: `Harbin 哈尔滨 哈爾濱, Qiqihar 齐齐哈尔 齊齊哈爾, Jixi 鸡西 雞西, Hegang 鹤岗 鶴崗, Shuangyashan 双鸭山 雙鴨山, Daqing 大庆 大慶, Yichun 伊春, Jiamusi 佳木斯,
    Qitaihe 七台河, Mudanjiang 牡丹江, Heihe 黑河, Suihua 绥化 綏化, Daxinganling 大兴安岭 大興安嶺, Zhaodong 肇东 肇東, Anda 安达 安達, Acheng 阿城`,
  HN: `Changsha 长沙 長沙, Zhuzhou 株洲, Jianning 株洲, Xiangtan 湘潭, Hengyang 衡阳 衡陽, Shaoyang 邵阳 邵陽, Tangdukou 邵阳 邵陽, Yueyang 岳阳 岳陽, Yongjiawan 岳阳 岳陽,
    Changde 常德, Zhangjiajie 张家界 張家界, Yiyang 益阳 益陽, Chenzhou 郴州, Yongzhou 永州, Huaihua 怀化 懷化, Loudi 娄底 婁底, Xiangxi 湘西, Jishou 吉首, Miluo 汨罗 汨羅,
    Leiyang 耒阳 耒陽, Xiangxiang 湘乡 湘鄉, Liuyang 浏阳 瀏陽`,
  JL: `Changchun 长春 長春, Jilin 吉林市, Siping 四平, Liaoyuan 辽源 遼源, Tonghua 通化, Baishan 白山, Songyuan 松原, Baicheng 白城, Yanbian 延边 延邊, Yanji 延吉,
    Longjing 龙井 龍井, Dehui 德惠, Meihekou 梅河口, Jiutai 九台`,
  JS: `Nanjing 南京, Wuxi 无锡 無錫, Xuzhou 徐州, Changzhou 常州, Suzhou 苏州 蘇州, Nantong 南通, Lianyungang 连云港 連雲港, Xinpu 连云港 連雲港, Huaian 淮安,
    Yancheng 盐城 鹽城, Yangzhou 扬州 揚州, Zhenjiang 镇江 鎮江, Taizhou 泰州, Suqian 宿迁 宿遷, Kunshan 昆山, Changshu 常熟, Jiangyin 江阴 江陰, Zhangjiagang 张家港 張家港,
    Taicang 太仓 太倉, Chengxiang 太仓 太倉, Yixing 宜兴 宜興, Yicheng 宜兴 宜興, Danyang 丹阳 丹陽, Jingjiang 靖江, Haimen 海门 海門, Qidong 启东 啟東, Huilong 启东 啟東,
    Dongtai 东台 東台, Gaoyou 高邮 高郵, Taixing 泰兴 泰興, Jurong 句容, Pizhou 邳州, Lianshui 涟水 漣水, Jinhu 金湖, Haian 海安, Rugao 如皋, Jintan 金坛 金壇`,
  JX: `Nanchang 南昌, Jingdezhen 景德镇 景德鎮, Pingxiang 萍乡 萍鄉, Jiujiang 九江, Xinyu 新余 新餘, Yingtan 鹰潭 鷹潭, Ganzhou 赣州 贛州, Jian 吉安, Yichun 宜春,
    Fuzhou 抚州 撫州, Shangrao 上饶 上饒, Ruichang 瑞昌, Ruijin 瑞金, Zhangshu 樟树 樟樹, Jinggangshan 井冈山 井岡山`,
  LN: `Shenyang 沈阳 瀋陽, Dalian 大连 大連, Anshan 鞍山, Fushun 抚顺 撫順, Benxi 本溪, Dandong 丹东 丹東, Jinzhou 锦州 錦州, Yingkou 营口 營口, Fuxin 阜新,
    Liaoyang 辽阳 遼陽, Panjin 盘锦 盤錦, Tieling 铁岭 鐵嶺, Chaoyang 朝阳 朝陽, Huludao 葫芦岛 葫蘆島, Dashiqiao 大石桥 大石橋, Haicheng 海城, Donggang 东港 東港,
    Pulandian 普兰店 普蘭店, Zhuanghe 庄河 莊河, Kaiyuan 开原 開原, Xinmin 新民`,
  NM: `Hohhot 呼和浩特, Baotou 包头 包頭, Wuhai 乌海 烏海, Chifeng 赤峰, Tongliao 通辽 通遼, Ordos 鄂尔多斯 鄂爾多斯, Hulunbuir 呼伦贝尔 呼倫貝爾, Hailar 海拉尔 海拉爾,
    Bayannur 巴彦淖尔 巴彥淖爾, Linhe 巴彦淖尔 巴彥淖爾, Ulanqab 乌兰察布 烏蘭察布, Hinggan 兴安盟 興安盟, Ulanhot 乌兰浩特 烏蘭浩特, Xilingol 锡林郭勒 錫林郭勒,
    Xilinhot 锡林浩特 錫林浩特, Alxa 阿拉善`,
  NX: `Yinchuan 银川 銀川, Shizuishan 石嘴山, Wuzhong 吴忠 吳忠, Guyuan 固原, Zhongwei 中卫 中衛`,
  QH: `Xining 西宁 西寧, Haidong 海东 海東, Haibei 海北, Huangnan 黄南 黃南, Hainan 海南, Golog 果洛, Yushu 玉树 玉樹, Haixi 海西, Golmud 格尔木 格爾木`,
  SC: `Chengdu 成都, Zigong 自贡 自貢, Panzhihua 攀枝花, Luzhou 泸州 瀘州, Deyang 德阳 德陽, Mianyang 绵阳 綿陽, Guangyuan 广元 廣元, Suining 遂宁 遂寧, Neijiang 内江 內江,
    Leshan 乐山 樂山, Nanchong 南充, Meishan 眉山, Yibin 宜宾 宜賓, Guangan 广安 廣安, Dazhou 达州 達州, Yaan 雅安, Bazhong 巴中, Ziyang 资阳 資陽, Yanjiang 资阳 資陽,
    Aba 阿坝 阿壩, Ngawa 阿坝 阿壩, Garze 甘孜, Ganzi 甘孜, Liangshan 凉山 涼山, Xichang 西昌, Shuangliu 双流 雙流, Shifang 什邡`,
  SD: `Jinan 济南 濟南, Qingdao 青岛 青島, Zibo 淄博, Zaozhuang 枣庄 棗莊, Dongying 东营 東營, Yantai 烟台 煙台, Weifang 潍坊 濰坊, Jining 济宁 濟寧, Taian 泰安,
    Weihai 威海, Rizhao 日照, Linyi 临沂 臨沂, Dezhou 德州, Liaocheng 聊城, Binzhou 滨州 濱州, Heze 菏泽 菏澤, Laiwu 莱芜 萊蕪, Qingzhou 青州, Xintai 新泰, Jimo 即墨,
    Pingdu 平度, Shouguang 寿光 壽光, Leling 乐陵 樂陵, Tengzhou 滕州, Zhaoyuan 招远 招遠, Jiaozhou 胶州 膠州, Feicheng 肥城, Gaomi 高密, Changle 昌乐 昌樂, Laizhou 莱州 萊州,
    Zhangqiu 章丘, Mingshui 章丘, Rongcheng 荣成 榮成, Yatou 荣成 榮成, Sishui 泗水, Dingtao 定陶`,
  SH: `Pudong 浦东 浦東, Huangpu 黄浦 黃浦, Xuhui 徐汇 徐匯, Changning 长宁 長寧, Jingan 静安 靜安, Putuo 普陀, Zhabei 闸北 閘北, Hongkou 虹口, Yangpu 杨浦 楊浦,
    Minhang 闵行 閔行, Baoshan 宝山 寶山, Jiading 嘉定, Jinshan 金山, Songjiang 松江, Qingpu 青浦, Fengxian 奉贤 奉賢, Nanqiao 奉贤 奉賢, Chongming 崇明,
    Chengqiao 崇明, Zhuqiao 浦东 浦東, Beicai 浦东 浦東`,
  SN: `Xian 西安, Tongchuan 铜川 銅川, Baoji 宝鸡 寶雞, Guozhen 宝鸡 寶雞, Xianyang 咸阳 咸陽, Xianyangshi 咸阳 咸陽, Weinan 渭南, Yanan 延安, Yananshi 延安,
    Hanzhong 汉中 漢中, Yulin 榆林, Ankang 安康, Shangluo 商洛, Shangzhen 商洛, Yangling 杨凌 楊凌, Xingping 兴平 興平`,
  SX: `Taiyuan 太原, Taiyuanshi 太原, Datong 大同, Yangquan 阳泉 陽泉, Changzhi 长治 長治, Jincheng 晋城 晉城, Shuozhou 朔州, Jinzhong 晋中 晉中, Yuci 晋中 晉中,
    Yuncheng 运城 運城, Xinzhou 忻州, Linfen 临汾 臨汾, Luliang 吕梁 呂梁, Lvliang 吕梁 呂梁, Jiexiu 介休, Fenyang 汾阳 汾陽, Yongji 永济 永濟, Yingxian 应县 應縣`,
  TJ: `Binhai 滨海 濱海, Tanggu 塘沽, Wuqing 武清, Baodi 宝坻 寶坻`,
  XJ: `Urumqi 乌鲁木齐 烏魯木齊, Karamay 克拉玛依 克拉瑪依, Turpan 吐鲁番 吐魯番, Hami 哈密, Changji 昌吉, Bortala 博尔塔拉 博爾塔拉, Bole 博乐 博樂, Bayingolin 巴音郭楞,
    Korla 库尔勒 庫爾勒, Aksu 阿克苏 阿克蘇, Kizilsu 克孜勒苏 克孜勒蘇, Artux 阿图什 阿圖什, Kashgar 喀什, Kashi 喀什, Hotan 和田, Ili 伊犁, Yining 伊宁 伊寧,
    Tacheng 塔城, Altay 阿勒泰, Shihezi 石河子`,
  XZ: `Lhasa 拉萨 拉薩, Shigatse 日喀则 日喀則, Xigaze 日喀则 日喀則, Qamdo 昌都, Nyingchi 林芝, Shannan 山南, Nagqu 那曲, Ngari 阿里`,
  YN: `Kunming 昆明, Qujing 曲靖, Yuxi 玉溪, Baoshan 保山, Zhaotong 昭通, Lijiang 丽江 麗江, Puer 普洱, Lincang 临沧 臨滄, Chuxiong 楚雄, Honghe 红河 紅河, Mengzi 蒙自,
    Wenlan 蒙自, Gejiu 个旧 個舊, Wenshan 文山, Xishuangbanna 西双版纳 西雙版納, Jinghong 景洪, Dali 大理, Dehong 德宏, Mangshi 芒市, Nujiang 怒江, Diqing 迪庆 迪慶,
    Mile 弥勒 彌勒, Longchuan 陇川 隴川, Jiangna 砚山 硯山`,
  ZJ: `Hangzhou 杭州, Ningbo 宁波 寧波, Wenzhou 温州 溫州, Jiaxing 嘉兴 嘉興, Huzhou 湖州, Shaoxing 绍兴 紹興, Jinhua 金华 金華, Quzhou 衢州, Zhoushan 舟山, Taizhou 台州,
    Lishui 丽水 麗水, Yiwu 义乌 義烏, Cixi 慈溪, Xushan 慈溪, Yuyao 余姚 餘姚, Linhai 临海 臨海, Yueqing 乐清 樂清, Wenling 温岭 溫嶺, Dongyang 东阳 東陽, Zhuji 诸暨 諸暨,
    Tongxiang 桐乡 桐鄉, Haining 海宁 海寧, Pinghu 平湖, Anji 安吉, Yuhuan 玉环 玉環, Jiashan 嘉善, Fenghua 奉化, Xinchang 新昌, Longquan 龙泉 龍泉, Xiaoshan 萧山 蕭山,
    Shangyu 上虞, Deqing 德清, Jiaojiang 椒江, Ruian 瑞安, Yongkang 永康, Kunyang 平阳 平陽, Jinxiangzhen 苍南 蒼南`
}

type ChineseNames = { 'zh-CN': string; 'zh-TW': string }

/** What a city of China is called in Chinese, or null when we do not know it. */
export function chineseCityName(region: string, city: string, language: 'zh-CN' | 'zh-TW'): string | null {
  return chineseNames.get(`${provinceCode(region)} ${lettersOf(city)}`)?.[language] ?? null
}

const chineseNames = new Map<string, ChineseNames>(
  Object.entries(cities).flatMap(([province, list]) =>
    list.split(/,\s+/).map((entry): [string, ChineseNames] => {
      const [spelling = '', simplified = '', traditional = simplified] = entry.split(' ')
      return [`${province} ${spelling.toLowerCase()}`, { 'zh-CN': simplified, 'zh-TW': traditional }]
    })
  )
)

/** `Ürümqi`, `Ji’an`, `Jilin City`, `Puyang Chengguanzhen` (its county town) without what spellings differ in. */
function lettersOf(city: string): string {
  return city
    .replace(/ (City|District|Chengguanzhen)$/, '')
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
}
