/** Words of a language as tables of elections, budgets and registers hold them, and the pages of bytes that it is written in. */
export interface Sample {
  readonly language: string;
  readonly pages: readonly string[];
  readonly headers: readonly string[];
  readonly places: readonly string[];
}

const list = (text: string): readonly string[] => text.split(', ');
const sample = (language: string, pages: string, headers: string, places: string): Sample => ({
  language,
  pages: pages.split(' '),
  headers: list(headers),
  places: list(places),
});

const western = 'windows-1252 iso-8859-1 iso-8859-15 cp850 macroman';
const central = 'windows-1250 iso-8859-2 cp852 maccenteuro';
const baltic = 'windows-1257 iso-8859-13 cp775';
const cyrillic = 'windows-1251 koi8-r cp866 iso-8859-5 maccyrillic';

export const samples: readonly Sample[] = [
  sample(
    'fr',
    `${western} cp863`,
    'Bureau de vote, Inscrits à la liste, Exprimés, Dépouillés',
    'Orléans, Besançon, Nîmes, Évreux, Saint-Étienne, Le Mêle, Angoulême, Sète, Châlons',
  ),
  sample(
    'es',
    western,
    'Sección, Municipio, Votación válida, Papeletas en blanco, Año',
    'León, Cádiz, Córdoba, Logroño, Málaga, A Coruña, Jaén, Gijón, Alcalá, Mérida',
  ),
  sample(
    'pt',
    `${western} cp860`,
    'Seção, Município, Eleitores aptos, Comparecimento, Abstenções',
    'São Paulo, Brasília, Maranhão, Belém, Goiânia, Conceição, Maceió, Itajubá, Três Corações, Uberlândia',
  ),
  sample(
    'it',
    western,
    'Sezione, Città, Validità, Quantità, Località',
    'Forlì, Cantù, Canicattì, Patù, San Nicolò, Mondovì, Viggiù, Nardò, Cefalù, Santhià',
  ),
  sample(
    'ca',
    western,
    "Secció, Població, Vots vàlids, Participació, Número d'electors",
    'Lleida, Sabadell, Mataró, Vic, Castelló, Alacant, Calafell, Òdena, Sueca, Dénia, Sant Boi de Lluçanès',
  ),
  sample(
    'gl',
    western,
    'Sección, Provincia, Votación, Número, Ámbito',
    'A Coruña, Santiago, Vilagarcía, Sanxenxo, Carballiño, Redondela, Ordes, Noia, Cangas, Xermade, Viveiro, Riós',
  ),
  sample(
    'eu',
    western,
    'Hauteskunde mahaia, Udalerria, Botoak, Zuriak, Urtea, Ikurriña',
    'Donostia, Bilbo, Gasteiz, Iruñea, Oñati, Zarautz, Doña María, Leioa, Añorga',
  ),
  sample(
    'de',
    western,
    'Wahlbezirk, Wähler, Gültige Stimmen, Ungültige, Straße',
    'München, Köln, Düsseldorf, Nürnberg, Lübeck, Saarbrücken, Würzburg, Görlitz, Gießen, Tübingen',
  ),
  sample(
    'nl',
    western,
    'Stembureau, Gemeente, Ongeldig, Geldige stemmen, Categorieën',
    'Curaçao, Súdwest-Fryslân, Noardeast-Fryslân, Skarsterlân, Financiën, Coördinatie, Ideeën',
  ),
  sample(
    'af',
    western,
    'Stemdistrik, Geregistreerde kiesers, Bedorwe stembriewe, Munisipaliteit',
    'Wêreld, Môrester, Brûe, Geïdentifiseer, Hoë Veld, Sê, Perdeëiland, Vêr',
  ),
  sample(
    'da',
    `${western} cp865`,
    'Valgsted, Kommune, Vælgere, Ugyldige, Afgivne stemmer, Område',
    'København, Århus, Rødovre, Sønderborg, Næstved, Køge, Tårnby, Ærø, Helsingør, Læsø',
  ),
  sample(
    'nb',
    `${western} cp865`,
    'Stemmekrets, Kommune, Forkastede, Fylke, År',
    'Tromsø, Bodø, Ålesund, Hønefoss, Tønsberg, Førde, Nærøy, Måsøy, Vågå, Bærum',
  ),
  sample(
    'sv',
    western,
    'Valdistrikt, Län, Röstberättigade, Giltiga röster, År',
    'Göteborg, Malmö, Västerås, Örebro, Växjö, Umeå, Åmål, Jönköping, Gävle, Södertälje',
  ),
  sample(
    'fi',
    western,
    'Äänestysalue, Hyväksytyt äänet, Mitätöityjä, Äänioikeutetut, Vuosi',
    'Hämeenlinna, Jyväskylä, Seinäjoki, Lappeenranta, Äänekoski, Kemijärvi, Pyhäjärvi, Mäntsälä',
  ),
  sample(
    'is',
    'windows-1252 iso-8859-1 cp861',
    'Kjörstaður, Sveitarfélag, Atkvæði, Ógild, Auðir seðlar',
    'Reykjavík, Kópavogur, Hafnarfjörður, Ísafjörður, Höfn, Þingeyri, Blönduós, Garðabær, Seltjarnarnes, Akureyri',
  ),
  sample(
    'et',
    `windows-1257 windows-1252 iso-8859-13`,
    'Valimisjaoskond, Hääletanud, Kehtivad hääled, Rikutud sedelid, Küla',
    'Võru, Pärnu, Põltsamaa, Kärdla, Jõhvi, Tõrva, Räpina, Sillamäe, Jõgeva, Kilingi-Nõmme',
  ),
  sample(
    'lv',
    baltic,
    'Vēlēšanu iecirknis, Derīgas zīmes, Nederīgas, Vēlētāji, Pašvaldība',
    'Rīga, Liepāja, Jūrmala, Rēzekne, Jēkabpils, Valmiera, Cēsis, Ķekava, Mārupe, Tukums',
  ),
  sample(
    'lt',
    baltic,
    'Apylinkė, Savivaldybė, Rinkėjų skaičius, Negaliojančių, Galiojančių biuletenių',
    'Klaipėda, Šiauliai, Panevėžys, Mažeikiai, Jonava, Utena, Kėdainiai, Tauragė, Ukmergė, Rokiškis',
  ),
  sample(
    'pl',
    central,
    'Obwód głosowania, Gmina, Głosy ważne, Liczba wyborców, Głosów nieważnych',
    'Łódź, Kraków, Wrocław, Poznań, Gdańsk, Białystok, Częstochowa, Rzeszów, Toruń, Świdnica',
  ),
  sample(
    'cs',
    central,
    'Okrsek, Obec, Vydané obálky, Platné hlasy, Voliči v seznamu, Účast',
    'Plzeň, Ústí nad Labem, České Budějovice, Hradec Králové, Zlín, Jihlava, Třebíč, Děčín, Přerov, Žďár',
  ),
  sample(
    'sk',
    central,
    'Okrsok, Obec, Počet zapísaných voličov, Platné hlasy, Účasť',
    'Košice, Prešov, Žilina, Nitra, Banská Bystrica, Trenčín, Považská Bystrica, Ľubochňa, Michalovce, Spišská Nová Ves',
  ),
  sample(
    'hu',
    central,
    'Szavazókör, Település, Névjegyzékben szereplő, Érvényes, Érvénytelen',
    'Győr, Székesfehérvár, Hódmezővásárhely, Kecskemét, Szentgotthárd, Gödöllő, Érd, Fertőd, Tűzkő',
  ),
  sample(
    'ro',
    'windows-1250 iso-8859-2 cp852',
    'Secţia de votare, Judeţ, Alegători înscrişi, Voturi valabil exprimate, Nule',
    'Bucureşti, Iaşi, Timişoara, Braşov, Constanţa, Piteşti, Brăila, Galaţi, Târgovişte, Bistriţa',
  ),
  sample(
    'sl',
    central,
    'Volišče, Občina, Volilni upravičenci, Neveljavne, Število glasov',
    'Ljubljana, Kočevje, Črnomelj, Tržič, Radovljica, Žalec, Šentjur, Škofja Loka, Brežice, Sežana',
  ),
  sample(
    'hr',
    'windows-1250 iso-8859-2 cp852',
    'Biračko mjesto, Županija, Važeći listići, Nevažeći, Broj birača',
    'Šibenik, Đakovo, Čakovec, Križevci, Požega, Varaždin, Sveta Nedjelja, Sinj, Ploče, Međimurje',
  ),
  sample(
    'sq',
    'windows-1252 windows-1250 iso-8859-1',
    'Qendra e votimit, Zgjedhës, Fletë të vlefshme, Fletë të pavlefshme, Njësia',
    'Tiranë, Durrës, Vlorë, Shkodër, Korçë, Elbasan, Gjirokastër, Krujë, Përmet, Kukës',
  ),
  sample(
    'tr',
    'windows-1254 iso-8859-9 cp857',
    'Sandık, İlçe, Kayıtlı seçmen, Geçerli oy, Geçersiz oy sayısı',
    'İstanbul, Diyarbakır, Eskişehir, Şanlıurfa, Muğla, Çanakkale, Kırşehir, Iğdır, Düzce, Uşak',
  ),
  sample(
    'mt',
    'iso-8859-3',
    "Distrett elettorali, Għadd ta' voti, Lokalità, Voti mhux validi, Kandidati",
    'Ħamrun, Żebbuġ, Ħaż-Żabbar, Birżebbuġa, Għargħur, Naxxar, Mosta, Żurrieq, Il-Furjana, San Ġwann',
  ),
  sample(
    'cy',
    'iso-8859-14',
    'Gorsaf bleidleisio, Etholwyr, Pleidleisiau, Tŷ, Dŵr',
    'Llanfair Pwllgwyngyll, Tŷ Gwyn, Caernarfon, Pontŵr, Llŷn, Tŵr Bach, Glyndŵr, Siôn, Pen Llŷn',
  ),
  sample(
    'ga',
    western,
    'Ionad vótála, Contae, Vótaí bailí, Vótaí millte, Líon na dtoghthóirí',
    'Baile Átha Cliath, Corcaigh, Gaillimh, Luimneach, Dún na nGall, Cill Dara, Sligeach, Dún Laoghaire, Trá Lí',
  ),
  sample(
    'vi',
    'windows-1258',
    'Khu vực bỏ phiếu, Tỉnh, Cử tri, Phiếu hợp lệ, Phiếu không hợp lệ',
    'Hà Nội, Đà Nẵng, Hải Phòng, Cần Thơ, Huế, Quảng Ngãi, Thái Nguyên, Bắc Giang, Lâm Đồng',
  ),
  sample(
    'ru',
    cyrillic,
    'Участок, Избирателей в списке, Действительных, Недействительных, Регион',
    'Москва, Казань, Новосибирск, Челябинск, Краснодар, Тюмень, Ижевск, Махачкала, Йошкар-Ола, Щёлково',
  ),
  sample(
    'uk',
    'windows-1251 koi8-u cp1125 maccyrillic',
    'Виборча дільниця, Кількість виборців, Недійсні бюлетені, Область, Партія',
    'Київ, Львів, Запоріжжя, Чернігів, Вінниця, Івано-Франківськ, Житомир, Їжаківка, Суми, Рівне',
  ),
  sample(
    'be',
    'windows-1251 iso-8859-5',
    'Участак, Колькасць выбаршчыкаў, Несапраўдныя бюлетэні, Вобласць, Раён',
    'Мінск, Гомель, Магілёў, Віцебск, Гродна, Брэст, Ліда, Салігорск, Слуцк, Баранавічы',
  ),
  sample(
    'bg',
    'windows-1251 cp866 iso-8859-5',
    'Секция, Община, Избиратели по списък, Невалидни бюлетини, Действителни гласове',
    'София, Пловдив, Варна, Бургас, Русе, Стара Загора, Плевен, Сливен, Търговище, Кърджали',
  ),
  sample(
    'sr',
    'windows-1251 iso-8859-5 cp855',
    'Бирачко место, Општина, Уписани бирачи, Неважећи листићи, Важећи',
    'Београд, Нови Сад, Ниш, Крагујевац, Суботица, Чачак, Љубовија, Ћуприја, Ђердап, Ужице',
  ),
  sample(
    'mk',
    'windows-1251 iso-8859-5 cp855',
    'Избирачко место, Општина, Запишани гласачи, Неважечки ливчиња, Вкупно гласале',
    'Скопје, Битола, Куманово, Прилеп, Тетово, Велес, Штип, Охрид, Гостивар, Ѓорче Петров, Ќафасан',
  ),
  sample(
    'kk',
    'pt154 rk1048',
    'Сайлау учаскесі, Өңір, Сайлаушылар саны, Жарамсыз бюллетеньдер, Қала',
    'Астана, Алматы, Қарағанды, Ақтөбе, Шымкент, Өскемен, Қызылорда, Көкшетау, Түркістан, Жаңаөзен',
  ),
  sample(
    'el',
    'windows-1253 iso-8859-7 cp737 cp869',
    'Εκλογικό τμήμα, Δήμος, Εγγεγραμμένοι, Άκυρα, Έγκυρα ψηφοδέλτια',
    'Αθήνα, Θεσσαλονίκη, Πάτρα, Ηράκλειο, Λάρισα, Ιωάννινα, Χανιά, Ύδρα, Άργος, Έδεσσα',
  ),
  sample(
    'he',
    'windows-1255 iso-8859-8 cp862',
    'קלפי, יישוב, בעלי זכות בחירה, קולות פסולים, כשרים',
    'ירושלים, תל אביב, חיפה, באר שבע, נתניה, אשדוד, פתח תקווה, חולון, רמת גן, טבריה',
  ),
  sample(
    'ar',
    'windows-1256 iso-8859-6 cp720',
    'مكتب التصويت, الجماعة, عدد المسجلين, الأوراق الملغاة, المصوتون',
    'الرباط, الدار البيضاء, فاس, مراكش, طنجة, أكادير, وجدة, تطوان, القنيطرة, آسفي',
  ),
  sample(
    'fa',
    'windows-1256',
    'شعبه اخذ راي, استان, تعداد واجدين شرايط, آراي باطله, شهرستان',
    'تهران, مشهد, اصفهان, تبريز, شيراز, گرگان, پارس آباد, چالوس, کرمان, رشت',
  ),
  sample(
    'ur',
    'windows-1256',
    'پولنگ اسٹیشن, حلقہ, رجسٹرڈ ووٹر, مسترد شدہ ووٹ, ضلع'.replaceAll('ی', 'ي'),
    'لاہور, کراچي, پشاور, کوئٹہ, ملتان, گجرات, ڈيرہ غازي خان, سکھر, جھنگ, راولپنڈي',
  ),
  sample(
    'th',
    'windows-874',
    'หน่วยเลือกตั้ง, จังหวัด, ผู้มีสิทธิเลือกตั้ง, บัตรเสีย, บัตรดี',
    'กรุงเทพมหานคร, เชียงใหม่, ขอนแก่น, นครราชสีมา, ภูเก็ต, สงขลา, อุดรธานี, ชลบุรี, ลำปาง, ตรัง',
  ),
  sample(
    'zh',
    'gb18030',
    '投票站, 选区, 登记选民, 无效票, 有效票',
    '北京, 上海, 广州, 深圳, 成都, 武汉, 重庆, 南京, 西安, 杭州',
  ),
  sample(
    'zh-hant',
    'big5',
    '投票所, 選舉區, 選舉人數, 無效票數, 有效票數',
    '臺北市, 新北市, 桃園市, 臺中市, 臺南市, 高雄市, 基隆市, 新竹縣, 苗栗縣, 花蓮縣',
  ),
  sample(
    'ja',
    'shift_jis euc-jp',
    '投票所, 市区町村, 有権者数, 無効票, 候補者の氏名',
    '札幌市, 仙台市, さいたま市, 横浜市, 名古屋市, 京都市, 大阪市, 神戸市, 広島市, つくば市',
  ),
  sample(
    'ko',
    'euc-kr',
    '투표소, 시군구, 선거인수, 무효투표수, 득표수',
    '서울특별시, 부산광역시, 대구광역시, 인천광역시, 광주광역시, 대전광역시, 울산광역시, 경기도, 강원도, 제주도',
  ),
];

/** A table of so many rows, as a registry would export it; decomposed where a page writes marks apart. */
export const tableOf = ({ headers, places }: Sample, rows: number, from = 0): string => {
  const lines = Array.from({ length: rows }, (_, at) => {
    const place = places[(at + from) % places.length] ?? '';
    return [place, ...headers.slice(1).map((_, column) => String(100 + at * 7 + column * 13))].join(';');
  });
  return `${[headers.join(';'), ...lines].join('\r\n')}\r\n`;
};
