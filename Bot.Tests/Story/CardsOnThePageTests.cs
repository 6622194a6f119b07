using System.Net.Http.Json;
using Microsoft.Playwright;
using PlanBot.Tests.Channels.Browser;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Story;

/// <summary>Cards in the browser, from the reminder to the decision: shown once, pressed, and out of date afterwards.</summary>
public sealed class CardsOnThePageTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningProgram program = null!;

    public async Task InitializeAsync() => program = await RunningProgram.StartAsync(folder.Path, ("ASPNETCORE_ENVIRONMENT", "Development"));

    public async Task DisposeAsync() => await program.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [ChromiumFact]
    public async Task A_contact_reports_by_the_buttons_of_the_cards()
    {
        await MoveToAsync("2020-03-31T09:00:00+08:00");
        await using var chat = await ChatPage.OpenAsync(program.Http.BaseAddress!, "/chat#unit-2", 390, 844);
        await Card(chat, "待报").WaitForAsync();
        await chat.PictureAsync("card-1-reminder");
        Assert.Equal(1, await chat.Page.GetByText("您好！").CountAsync()); // the text behind the card is not shown as well

        await Press(chat, "立即填报").ClickAsync();
        await Conversation(chat).GetByText("立即填报").Last.WaitForAsync();
        await SayAsync(chat, "第一项：进展：完成选址 **50%**，<b>设备</b>到位。\n第二批正在招标。 问题：资金尚未到位 成效：覆盖3个区 下一步：五月底前完成招标");
        await Card(chat, "请核对报送内容").WaitForAsync();
        Assert.Equal(1, await Conversation(chat).GetByText("完成选址 **50%**，<b>设备</b>到位。", new() { Exact = true }).CountAsync());
        await chat.PictureAsync("card-2-summary");
        await Press(chat, "确认").ClickAsync();
        await Conversation(chat).GetByText("已报送").First.WaitForAsync();
        await Press(chat, "确认").ClickAsync();
        await Conversation(chat).GetByText("这个按钮已经过期").Last.WaitForAsync();
        await chat.PictureAsync("card-3-outdated");
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task A_coordinator_sees_who_is_late_and_decides_by_the_buttons_of_the_cards()
    {
        await MoveToAsync("2020-04-07T09:00:00+08:00");
        await using var contact = await ChatPage.OpenAsync(program.Http.BaseAddress!, "/chat#unit-3", 1280, 800);
        await SayAsync(contact, "第一项申请延期到4月15日，区里数据尚未汇总");
        await Press(contact, "确认").ClickAsync();
        await Conversation(contact).GetByText("已提交延期申请").First.WaitForAsync();
        await contact.PictureAsync("card-4-act");

        await using var chat = await ChatPage.OpenAsync(program.Http.BaseAddress!, "/chat#coordinator", 1280, 1000);
        await SayAsync(chat, "待处理的申请");
        await Press(chat, "同意申请1").ClickAsync();
        await Press(chat, "确认").ClickAsync();
        await Conversation(chat).GetByText("申请1已同意").Last.WaitForAsync();
        await chat.PictureAsync("card-5-request");
        await SayAsync(chat, "谁逾期了");
        await Card(chat, "逾期未报").WaitForAsync();
        await chat.PictureAsync("card-6-list");
        await Press(chat, "催办").ClickAsync();
        await Card(chat, "将就2020年第一季度催办").WaitForAsync();
        await chat.PictureAsync("card-7-urge");
        await chat.AssertCleanAsync();
        await chat.Page.SetViewportSizeAsync(390, 844);
        await chat.PictureAsync("card-8-narrow");
        await chat.AssertCleanAsync();
    }

    private async Task MoveToAsync(string instant)
    {
        using var moved = await program.Http.PostAsJsonAsync("/demo/clock", new { now = instant });
        moved.EnsureSuccessStatusCode();
    }

    private static ILocator Conversation(ChatPage chat) => chat.Page.Locator("#conversation");

    private static ILocator Card(ChatPage chat, string text) => Conversation(chat).Locator(".ac-adaptiveCard", new() { HasText = text }).Last;

    private static ILocator Press(ChatPage chat, string title) => Conversation(chat).Locator(".ac-pushButton", new() { HasTextRegex = new($"^{title}$") }).Last;

    private static async Task SayAsync(ChatPage chat, string text)
    {
        await Conversation(chat).Locator(".ac-adaptiveCard, .webchat__bubble").First.WaitForAsync();
        await chat.SendBox.FillAsync(text);
        await chat.SendBox.PressAsync("Enter");
    }
}
