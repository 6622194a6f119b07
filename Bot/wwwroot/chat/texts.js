/** Every sentence of the page, in both languages. */
const texts = {
  zh: {
    title: 'PlanBot 行动计划提醒',
    skip: '跳到对话',
    tagline: '行动计划提醒助手',
    close: '收起',
    menu: '身份与时间',
    demoTime: '演示时间',
    moveTo: '指定时间',
    go: '前往',
    chooseIdentity: '选择身份',
    conversation: '对话',
    other: 'English',
    coordinator: '牵头部门',
    leader: '分管领导',
    contacts: '各单位联络员',
    contact: '联络员',
    others: '其他',
    stranger: '未绑定的访客',
    strangerNote: '系统里没有登记的人',
    guide: '演示导览',
    welcomeTitle: '一分钟看完一次季度报送',
    welcomeLead: '下面是演示数据，时间可以向前拨动。先按四步走一遍，再随意换身份试试。',
    steps: [
      { title: '先当一回联络员', text: unit => `打开${unit}联络员的对话。`, action: '打开对话' },
      { title: '等到季末', text: () => '把时间拨到 3 月 31 日 09:00，各单位联络员会各收到一条提醒。', action: '拨到季末', own: '把时间拨到下一个提醒，应报单位的联络员会各收到一条。', ownAction: '拨到下一个提醒' },
      { title: '用平常的话报送', text: () => '直接回复“进展：……问题：……成效：……下一步：……”，核对后回复“确认”。', action: '去回复' },
      { title: '换成牵头部门', text: () => '拨到 4 月 7 日 09:00，问一句“谁逾期了”。', action: '去提问', own: '再拨到下一个提醒，问一句“谁还没报”。' },
    ],
    presets: {
      quarterEnd: ['季末', '3月31日 09:00'], dueDay: ['截止日', '4月3日 18:00'], after: ['节后', '4月7日 09:00'], next: ['下一个提醒', ''], day: ['加一天', ''],
    },
    moving: '正在按时刻逐条投递提醒……',
    moved: (when, count) => count === 0 ? `已到${when}，途中没有提醒要发。` : `已到${when}，送出 ${count} 条提醒。`,
    past: '时间只能向前拨。',
    failed: '没有成功，请稍后再试。',
    noServer: '连接不上 PlanBot，请确认服务正在运行，然后刷新页面。',
    noWebChat: '对话组件没有装上。请安装 Node.js 20 以上版本，重新运行 dotnet run --project Bot，再刷新页面。',
  },
  en: {
    title: 'PlanBot, reminders for action plans',
    skip: 'Skip to the conversation',
    tagline: 'Reminders for action plans',
    close: 'Close',
    menu: 'Identity and time',
    demoTime: 'Demo time',
    moveTo: 'Another moment',
    go: 'Go',
    chooseIdentity: 'Choose an identity',
    conversation: 'Conversation',
    other: '中文',
    coordinator: 'Coordinating office',
    leader: 'Leader',
    contacts: 'Contacts of the units',
    contact: 'Contact',
    others: 'Others',
    stranger: 'An unknown visitor',
    strangerNote: 'Nobody the system knows',
    guide: 'Guided demo',
    welcomeTitle: 'A quarter’s reporting in one minute',
    welcomeLead: 'This is demo data, and its time can be moved forward. Take the four steps once, then change identities as you like.',
    steps: [
      { title: 'Be a unit’s contact', text: unit => `Open the conversation of the contact of ${unit}.`, action: 'Open' },
      { title: 'Let the quarter end', text: () => 'Move the time to 31 March, 09:00: every contact gets one reminder.', action: 'Move there', own: 'Move the time to the next reminder: the contacts of the units that owe a report get it.', ownAction: 'To the next reminder' },
      { title: 'Report in plain words', text: () => 'Reply “progress: … problems: … results: … next steps: …”, check the summary and reply “confirm”.', action: 'Reply' },
      { title: 'Be the coordinating office', text: () => 'Move to 7 April, 09:00, and ask “who is overdue”.', action: 'Ask', own: 'Move on to the next reminder, and ask “who has not reported”.' },
    ],
    presets: {
      quarterEnd: ['Quarter end', '31 Mar 09:00'], dueDay: ['Due day', '3 Apr 18:00'], after: ['After the holiday', '7 Apr 09:00'],
      next: ['Next reminder', ''], day: ['One day on', ''],
    },
    moving: 'Delivering the reminders on the way…',
    moved: (when, count) => count === 0 ? `It is ${when}; no reminder was due on the way.` : `It is ${when}; ${count} ${count === 1 ? 'reminder' : 'reminders'} sent.`,
    past: 'Time only moves forward.',
    failed: 'That did not work. Please try again later.',
    noServer: 'PlanBot cannot be reached. Check that it is running, then reload this page.',
    noWebChat: 'The conversation component is missing. Install Node.js 20 or later, run dotnet run --project Bot again, and reload this page.',
  },
};

let language = localStorage.getItem('planbot.language') === 'en' ? 'en' : 'zh';

export const t = key => texts[language][key];
export const locale = () => (language === 'en' ? 'en-US' : 'zh-CN');

export function switchLanguage() {
  language = language === 'en' ? 'zh' : 'en';
  localStorage.setItem('planbot.language', language);
  applyTexts();
}

/** Writes the texts of the present language into the page. */
export function applyTexts() {
  document.documentElement.lang = locale();
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.dataset.label));
  const button = document.getElementById('language');
  button.textContent = t('other');
  button.lang = language === 'en' ? 'zh-CN' : 'en';
}

/** A moment as people of the plan's zone read it. */
export const formatMoment = instant => new Intl.DateTimeFormat(locale(), {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
}).format(instant);

/** The same, as short as it can be told apart within a year. */
export const formatShort = instant => new Intl.DateTimeFormat(locale(), {
  timeZone: 'Asia/Shanghai', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
}).format(instant);
