import type { DemoArticle } from './types.ts';

// What readers abroad find at Sơn La's site: two of its pieces, told in English.

const credit = 'illustration';

export const englishArticles: readonly DemoArticle[] = [
  {
    site: 'sonla',
    section: 'hoi-thi-cuoc-thi',
    language: 'en',
    translates:
      'Nhà sấy năng lượng mặt trời giúp bà con Mường Hung giữ được vụ nhãn trong tháng mưa',
    title: 'A solar drying house saves the longan harvest of Muong Hung in the month of rain',
    lead: 'A cooperative and Son La College cut drying from seven days to two and a half; 46 households in three communes have used the solution since 2024.',
    when: { ago: 1 },
    author: 'Tòng Thị Mai',
    others: [
      { name: 'Hoàng Minh Khuê', role: 'translator' },
      { name: 'Lò Văn Chựa', role: 'photo' },
    ],
    tags: ['crop drying', 'solar energy', 'longan'],
    cover: {
      scene: 'drying-house',
      alt: 'A clear arched drying house in a valley, a solar panel beside it',
      caption: 'The 96 m² drying house of Pa Lung village, Muong Hung commune',
      credit,
    },
    body: `
      Every year the longan of Muong Hung ripens in the wettest weeks. Dried in the yard it goes mouldy; dried over charcoal it smells of smoke and eats firewood. In some years a third of the crop was sold to traders for less than half of the early price.
      Four authors began with a plain question: how to keep the heat of the day through the night. Under a double plastic roof they put a bed of stones that stores heat, and fans driven by a 120 W panel. By day hot air passes through the stones; by night it flows back, and the trays go on drying at 42–48 °C.
      ## Cheaper, cleaner, and mended in the village
      The material of a 96 m² house costs 38.5 million dong and is paid back in two harvests. Every part is sold at the commune's market; the village welder can repair it.
      | One tonne of fresh fruit | Charcoal | The new house |
      | Time to dry (days) | 7.0 | 2.5 |
      | Fuel (dong) | 1,150,000 | 0 |
      | First-grade fruit | 61 % | 88 % |
      > What pleases us most is no prize: this year no family stayed up all night to watch a kiln.
      The solution won second prize at the provincial contest of technical innovation. More are in the [archive of solutions](/sonla/kho-giai-phap) (in Vietnamese).
    `,
    comments: [
      {
        name: 'Anna Lindqvist',
        text: 'We grow apricots in a wet valley and would like to try this. How thick is the layer of stones?',
        after: 0,
        likes: 4,
        answer: '35 to 40 cm, stones of 6 to 10 cm; washed river stones work best.',
        answeredBy: 'Tòng Thị Mai',
      },
    ],
  },
  {
    site: 'sonla',
    section: 'tin-hoat-dong',
    language: 'en',
    translates:
      'Liên hiệp hội và Sở Khoa học và Công nghệ ký chương trình phối hợp giai đoạn 2026–2030',
    title:
      'The union and the Department of Science and Technology agree on a programme for 2026–2030',
    lead: 'Seven fields of work, and for the first time measures of what the cooperation achieves each year.',
    when: { ago: 6 },
    author: 'Office of the union',
    others: [{ name: 'Hoàng Minh Khuê', role: 'translator' }],
    tags: ['cooperation', 'Department of Science and Technology'],
    cover: {
      scene: 'hall',
      alt: 'The programme is signed in a hall',
      caption: 'The programme is signed',
      credit,
    },
    body: `
      The programme has seven fields: choosing and accepting research tasks; advice and critical review; contests and competitions; spreading knowledge; honouring intellectuals; intellectual property for solutions that won prizes; and one database of experts for both.
      At the end of each year both sides publish how many tasks were done, how many recommendations were answered and how many solutions are in use. Each figure opens to the records behind it.
    `,
  },
];
