// Clients of DingTalk that others wrote, on the DingTalk of the tests: argv is the kind of client, the address, and the app's key, secret and robot code.
const { dingtalkStream, dingtalkConstants, dingtalkRobot, dingtalkTodo, dingtalkLogin, openApi, teaUtil, satori, satoriDingtalk, cordisHttp, cordisServer } = require('./packages.js');
const { listen, tell } = require('./lines.js');
console.log = console.info = console.warn = console.error; // what is told to the test goes out alone
const [kind, base, appKey, appSecret, robotCode] = process.argv.slice(2);

/** DingTalk's own Stream client: tells what it hears; a robot's message is acknowledged and answered at its session. */
async function stream() {
  // The one thing that is not theirs: where the gateway is.
  dingtalkConstants.GATEWAY_URL = `${base}v1.0/gateway/connections/open`;
  dingtalkConstants.GET_TOKEN_URL = `${base}gettoken`;
  const client = new dingtalkStream.DWClient({ clientId: appKey, clientSecret: appSecret });
  client.registerCallbackListener(dingtalkStream.TOPIC_ROBOT, async heard => {
    const message = JSON.parse(heard.data);
    client.socketCallBackResponse(heard.headers.messageId, { status: 'taken' });
    const answer = await fetch(message.sessionWebhook, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ msgtype: 'text', text: { content: `回声：${message.text.content}` } }),
    });
    tell({ heard: message, headers: heard.headers, answered: await answer.json() });
  });
  client.registerAllEventListener(event => {
    tell({ event: event.headers.eventType });
    return { status: dingtalkStream.EventAck.SUCCESS };
  });
  await client.connect();
  listen();
}

/** DingTalk's own client of the OpenAPI: each line {call, ...} is answered by the body, or by {error}. */
function open() {
  const config = new openApi.Config({ protocol: 'http', regionId: 'central', endpoint: new URL(base).host });
  const [robot, login, todo] = [new dingtalkRobot.default(config), new dingtalkLogin.default(config), new dingtalkTodo.default(config)];
  const options = new teaUtil.RuntimeOptions({});
  const headersOf = (type, token) => new type({ xAcsDingtalkAccessToken: token });
  const calls = {
    token: () => login.getAccessToken(new dingtalkLogin.GetAccessTokenRequest({ appKey, appSecret })),
    send: ({ token, ...request }) => robot.batchSendOTOWithOptions(new dingtalkRobot.BatchSendOTORequest({ robotCode, ...request }), headersOf(dingtalkRobot.BatchSendOTOHeaders, token), options),
    group: ({ token, ...request }) => robot.orgGroupSendWithOptions(new dingtalkRobot.OrgGroupSendRequest({ robotCode, ...request }), headersOf(dingtalkRobot.OrgGroupSendHeaders, token), options),
    read: ({ token, ...request }) => robot.batchOTOQueryWithOptions(new dingtalkRobot.BatchOTOQueryRequest({ robotCode, ...request }), headersOf(dingtalkRobot.BatchOTOQueryHeaders, token), options),
    ding: ({ token, ...request }) => robot.robotSendDingWithOptions(new dingtalkRobot.RobotSendDingRequest({ robotCode, ...request }), headersOf(dingtalkRobot.RobotSendDingHeaders, token), options),
    todo: ({ token, person, ...request }) => todo.createTodoTaskWithOptions(person, new dingtalkTodo.CreateTodoTaskRequest(request), headersOf(dingtalkTodo.CreateTodoTaskHeaders, token), options),
    todoByKey: ({ token, person, key }) => todo.getTodoTaskBySourceIdWithOptions(person, key, headersOf(dingtalkTodo.GetTodoTaskBySourceIdHeaders, token), options),
    todoDone: ({ token, person, id, done }) => todo.updateTodoTaskWithOptions(person, id, new dingtalkTodo.UpdateTodoTaskRequest({ operatorId: person, done }), headersOf(dingtalkTodo.UpdateTodoTaskHeaders, token), options),
    download: ({ token, ...request }) => robot.robotMessageFileDownloadWithOptions(new dingtalkRobot.RobotMessageFileDownloadRequest({ robotCode, ...request }), headersOf(dingtalkRobot.RobotMessageFileDownloadHeaders, token), options),
  };
  listen(async ({ call, ...request }) => {
    try {
      tell((await calls[call](request)).body);
    } catch (error) {
      tell({ error: error.code, status: error.data?.statusCode });
    }
  });
}

/** A bot that somebody else wrote, by socket or by callbacks: tells what it takes for a message, and echoes it. */
async function bot(protocol) {
  const context = new satori.Context();
  context.plugin(cordisHttp.default);
  if (protocol === 'http')
    context.plugin(cordisServer.default, { host: '127.0.0.1', port: 40000 + Math.floor(Math.random() * 20000), maxPort: 65000 });
  context.plugin(satoriDingtalk.default, {
    protocol, appkey: appKey, secret: appSecret, agentId: 1, api: { endpoint: `${base}v1.0/` }, oldApi: { endpoint: base }, retryTimes: 1, retryInterval: 100, retryLazy: 100,
  });
  context.on('message', async session => {
    tell({ content: session.content, user: session.userId, direct: session.isDirect });
    try {
      await session.bot.sendMessage(session.channelId, `回声：${session.content}`, undefined, { session });
    } catch (error) {
      tell({ error: String(error) });
    }
  });
  const looking = setInterval(() => {
    if (context.bots[0]?.status !== satori.Universal.Status.ONLINE)
      return;
    clearInterval(looking);
    tell({ online: true, port: context.get('server')?.port });
  }, 50);
  await context.start();
  listen();
}

({ stream, openapi: open, 'satori-ws': () => bot('ws'), 'satori-http': () => bot('http') })[kind]();
