using System.Text;
using Microsoft.Playwright;
using PlanBot.Tests.Channels.Browser;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Dashboard;

/// <summary>The coordinator's day at the dashboard, in a real browser against the real program.</summary>
public sealed class CoordinatorsDayTests(DeskOffice office) : IClassFixture<DeskOffice>
{
    private const string Notice = """
        云河市人民政府办公室关于印发2020年数字政务重点任务分工的通知

        各有关单位：
        现将2020年数字政务重点任务分工印发给你们，请认真贯彻落实。

        1. 建成统一受理平台，6月底前上线试运行。（责任单位：市政务服务办、市大数据局）
        2. 打通部门数据，形成共享目录，力争今年有突破。
        3. 推进电子证照应用。（牵头单位：市公安局；配合单位：民政局、人社局等）

        云河市人民政府办公室
        2020年3月2日
        """;

    [ChromiumFact]
    public async Task Chat_gives_the_way_in_as_a_button_that_opens_a_page()
    {
        await using var chat = await ChatPage.OpenAsync(office.Address, "/chat#coordinator", 1280, 800);

        await chat.SendBox.FillAsync("打开看板");
        await chat.SendBox.PressAsync("Enter");

        await chat.Suggested("打开看板").WaitForAsync();
        await chat.Page.Locator("#conversation").GetByText("/dashboard/signin?token=").First.WaitForAsync();
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task A_report_from_another_browser_arrives_while_one_looks()
    {
        await using var desk = await office.OpenAsync("coordinator");
        await Assertions.Expect(desk.Page.Locator(".ring canvas")).ToHaveCountAsync(1);
        var late = await desk.Page.Locator(".heat-table .cell.late").CountAsync();
        await using var chat = await ChatPage.OpenAsync(office.Address, "/chat#unit-10", 390, 844);
        await chat.Page.Locator("#conversation").Locator(".ac-adaptiveCard, .webchat__bubble").First.WaitForAsync();
        await chat.SendBox.FillAsync("第一项：进展：完成十家医院的影像辅助诊断试点。 问题：无 成效：阅片时间缩短三成 下一步：年内推广到二十家");
        await chat.SendBox.PressAsync("Enter");
        await chat.Page.Locator("#conversation").GetByText("请核对报送内容").First.WaitForAsync();
        await chat.SendBox.FillAsync("确认");
        await chat.SendBox.PressAsync("Enter");

        await desk.Page.Locator(".latest").GetByText("完成十家医院的影像辅助诊断试点。").WaitForAsync();

        await Assertions.Expect(desk.Page.Locator("#ring-table tr[data-key=late] td")).ToHaveTextAsync((late + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Assertions.Expect(desk.Page.Locator(".ring canvas")).ToHaveCountAsync(1); // drawn again, once
        await Assertions.Expect(desk.Page.Locator(".heat-table .cell.late")).ToHaveCountAsync(late + 1);
        await Assertions.Expect(desk.Page.Locator("#live-note")).ToHaveTextAsync("内容已更新");
        desk.AssertClean();
    }

    [ChromiumFact]
    public async Task Units_are_urged_reports_returned_accepted_and_given_more_time()
    {
        await using var desk = await office.OpenAsync("coordinator");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "催办市科技局", Exact = true }).ClickAsync();
        await desk.Button("发出催办").ClickAsync();
        await desk.SeeSaidAsync("已催办1人");

        await desk.Page.Locator(".latest").GetByRole(AriaRole.Link).Filter(new() { HasText = "市文化和旅游局" }).ClickAsync();
        await desk.Page.Locator("summary", new() { HasText = "退回修改" }).ClickAsync();
        await desk.Page.GetByLabel("理由", new() { Exact = true }).FillAsync("请补充服务人次。");
        await desk.Button("退回修改").ClickAsync();
        await desk.SeeSaidAsync("已退回市文化和旅游局修改");
        await Assertions.Expect(desk.Page.Locator("#live-trail")).ToContainTextAsync("请补充服务人次");
        var contact = await DirectLineClient.OpenAsync(office.Program.Http, "unit-9");
        Assert.Contains("请补充服务人次", await contact.AskAsync("为什么退回"), StringComparison.Ordinal);

        await desk.GoAsync("/dashboard");
        await desk.Page.Locator(".heat-table tbody tr", new() { HasText = "市教委" }).Locator(".cell.done a").First.ClickAsync();
        await desk.Page.Locator("summary", new() { HasText = "审核通过" }).ClickAsync();
        var other = await desk.Context.NewPageAsync();
        await other.GotoAsync(desk.Page.Url);
        await other.Locator("summary", new() { HasText = "退回修改" }).ClickAsync();
        await other.GetByLabel("理由", new() { Exact = true }).FillAsync("先别通过");
        await desk.Button("审核通过").ClickAsync();
        await desk.SeeSaidAsync("已审核通过");

        // The page that was opened before is told, and what was typed there is not lost; the back button shows how it stands now.
        await other.GetByRole(AriaRole.Button, new() { Name = "退回修改", Exact = true }).ClickAsync();
        await other.Locator(".said", new() { HasText = "您的操作没有执行" }).WaitForAsync();
        Assert.Equal("先别通过", await other.GetByLabel("理由", new() { Exact = true }).InputValueAsync());
        await desk.Page.GoBackAsync();
        await Assertions.Expect(desk.Page.Locator("#live-report .state")).ToContainTextAsync("已通过");

        await desk.GoAsync("/dashboard");
        await desk.Page.Locator(".heat-table tbody tr", new() { HasText = "市商务局" }).Locator(".cell.overdue a").First.ClickAsync();
        await desk.Page.Locator("summary", new() { HasText = "延期" }).ClickAsync();
        await desk.Page.GetByLabel("新的截止日期").FillAsync("2020-04-20");
        await desk.Button("延期").ClickAsync();
        await desk.SeeSaidAsync("已给市商务局延期");
        await Assertions.Expect(desk.Page.Locator("#live-report")).ToContainTextAsync("2020-04-20");
        desk.AssertClean();
    }

    [ChromiumFact]
    public async Task A_notice_is_imported_line_by_line()
    {
        await using var desk = await office.OpenAsync("coordinator");
        await desk.GoAsync("/dashboard/import");
        await desk.Page.GetByLabel("通知文件").SetInputFilesAsync(new FilePayload { Name = "分工通知.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Notice) });
        await desk.Button("读取").ClickAsync();

        // A line without a unit becomes a task; its source stands beside it.
        await desk.Page.GetByRole(AriaRole.Article, new() { Name = "第7行" }).GetByRole(AriaRole.Link, new() { Name = "补成一项任务" }).ClickAsync();
        var added = desk.Page.Locator("#task-new");
        await Assertions.Expect(added.Locator("blockquote")).ToContainTextAsync("打通部门数据，形成共享目录");
        await added.GetByLabel("任务内容").FillAsync("");
        await added.GetByLabel("牵头单位").FillAsync("市大数据局");
        await added.GetByRole(AriaRole.Button, new() { Name = "保存修改" }).ClickAsync();
        await desk.SeeSaidAsync("还没有保存");
        Assert.Equal("市大数据局", await added.GetByLabel("牵头单位").InputValueAsync()); // what was typed is still there
        await added.GetByLabel("任务内容").FillAsync("打通部门数据，形成共享目录。");
        await added.GetByRole(AriaRole.Button, new() { Name = "保存修改" }).ClickAsync();
        await desk.SeeSaidAsync("已保存");

        await desk.Page.Locator("#rule").GetByRole(AriaRole.Button, new() { Name = "确定报送要求" }).ClickAsync();
        await desk.Page.Locator("#rule").GetByText("报送要求已确定").WaitForAsync();
        await desk.Button("确认导入").ClickAsync();

        await desk.SeeSaidAsync("已入库");
        await Assertions.Expect(desk.Page.Locator("h1")).ToContainTextAsync("云河市人民政府办公室关于印发2020年数字政务重点任务分工的通知");
        desk.AssertClean();
    }

    [ChromiumFact]
    public async Task A_page_whose_session_has_ended_says_so_by_itself()
    {
        await using var desk = await office.OpenAsync("leader");
        var other = await desk.Context.NewPageAsync();
        await other.GotoAsync(new Uri(office.Address, "/dashboard/calendar").ToString());

        await other.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await other.GetByText("已退出看板").WaitForAsync();
        await office.ReportAsync("unit-12", "第一项：进展：完成试点方案。 问题：无 成效：形成台账 下一步：组织评审"); // the next news tells the first page

        await desk.Page.GetByRole(AriaRole.Heading, new() { Name = "请先登录" }).WaitForAsync();
    }

    [ChromiumTheory]
    [InlineData(true, "unit-13", "完成两家银行的试点。")]
    [InlineData(false, "unit-15", "完成三省协作协议。")]
    public async Task After_a_broken_connection_or_a_proxy_that_answers_for_the_server_the_news_come_again(bool isBroken, string unit, string progress)
    {
        await using var desk = await office.OpenAsync("leader");
        await desk.Page.RouteAsync("**/dashboard/live", route => isBroken ? route.AbortAsync("connectionreset") : route.FulfillAsync(new() { Status = 502, Body = "bad gateway" }));
        await desk.GoAsync("/dashboard");
        await Assertions.Expect(desk.Page.Locator("#live-note")).ToHaveTextAsync("实时更新已中断，正在重连");
        await office.ReportAsync(unit, $"第一项：进展：{progress} 问题：无 成效：形成清单 下一步：年内扩面"); // what is missed meanwhile is read afterwards

        await desk.Page.UnrouteAsync("**/dashboard/live");

        await desk.Page.Locator(".latest").GetByText(progress).WaitForAsync();
        await Assertions.Expect(desk.Page.Locator("#live-note")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("shown"));
    }

    [ChromiumFact]
    public async Task Where_a_proxy_refuses_the_stream_the_note_stays_though_the_page_can_be_read()
    {
        await using var desk = await office.OpenAsync("leader");
        await desk.Page.RouteAsync("**/dashboard/live", route => route.FulfillAsync(new() { Status = 502, Body = "bad gateway" }));
        var (watch, readings) = (System.Diagnostics.Stopwatch.StartNew(), new List<TimeSpan>());
        desk.Page.Response += (_, answer) =>
        {
            if (answer.Request.ResourceType == "fetch")
                readings.Add(watch.Elapsed);
        };
        await desk.GoAsync("/dashboard");

        await Assertions.Expect(desk.Page.Locator("#live-note")).ToHaveTextAsync("实时更新已中断，正在重连");
        for (var reading = 0; reading < 2; reading++)
            await desk.Page.WaitForResponseAsync(answer => answer.Request.ResourceType == "fetch");
        await desk.Page.WaitForTimeoutAsync(500);

        await Assertions.Expect(desk.Page.Locator("#live-note")).ToHaveTextAsync("实时更新已中断，正在重连");
        await Assertions.Expect(desk.Page.Locator("#live-note")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("shown"));
        Assert.True(readings[1] - readings[0] > TimeSpan.FromSeconds(4), "It is asked ever more seldom.");
    }

    [ChromiumFact]
    public async Task On_a_slow_line_a_file_shows_that_it_is_being_written_and_arrives()
    {
        await using var desk = await office.OpenAsync("coordinator");
        await desk.Page.RouteAsync(new System.Text.RegularExpressions.Regex(@"/dashboard/export\?"), async route =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
            await route.ContinueAsync();
        });
        var download = desk.Page.WaitForDownloadAsync();

        await desk.Page.Locator(".exports a").First.ClickAsync();

        await desk.Page.Locator(".writing progress").WaitForAsync();
        await desk.Page.Locator(".exports a").Nth(1).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".writing .busy")).ToHaveTextAsync("一次写一个文件，请等这一个写完。");
        await desk.PictureAsync("writing");
        Assert.EndsWith("第一季度进展情况汇总.docx", (await download).SuggestedFilename, StringComparison.Ordinal);
        await Assertions.Expect(desk.Page.Locator(".writing")).ToHaveCountAsync(0);
        desk.AssertClean();
    }

    [ChromiumFact]
    public async Task Without_scripts_everything_can_be_read_and_done()
    {
        await using var desk = await office.OpenAsync("coordinator");
        await using var plain = await desk.Context.Browser!.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, StorageState = await desk.Context.StorageStateAsync() });
        var page = await plain.NewPageAsync();
        await page.GotoAsync(new Uri(office.Address, "/dashboard").ToString());

        Assert.Equal(35, (await page.Locator("#ring-table td").AllInnerTextsAsync()).Sum(count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)));
        await page.GetByRole(AriaRole.Link, new() { Name = "催办全部逾期单位" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "发出催办" })).ToBeVisibleAsync();
    }
}
