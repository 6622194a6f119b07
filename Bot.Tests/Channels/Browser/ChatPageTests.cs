using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PlanBot.Tests.Fixtures;
using PlanBot.UseCases;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>The page as people use it, on a desk and on a phone.</summary>
public sealed class ChatPageTests : IAsyncLifetime
{
    private BrowserHost host = null!;

    public async Task InitializeAsync() => host = await BrowserHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [ChromiumFact]
    public async Task On_a_desk_one_picks_an_identity_and_talks()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat", 1280, 800);
        await chat.PictureAsync("desk-1-welcome");

        await chat.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "市卫生健康委" }).ClickAsync();
        await chat.SeeAsync("你好");
        await chat.SayAsync("buttons");
        await chat.SeeAsync("回声：buttons");
        await chat.Suggested("我的任务").ClickAsync();

        await chat.SeeAsync("回声：我的任务");
        await chat.PictureAsync("desk-2-conversation");
        Assert.EndsWith("#unit-2", chat.Page.Url, StringComparison.Ordinal);
        Assert.Equal("市卫生健康委", await chat.Page.Locator("h1").InnerTextAsync());
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task On_a_phone_the_identities_are_behind_a_button()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat", 390, 844);
        await chat.PictureAsync("phone-1-welcome");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "身份与时间" }).ClickAsync();
        await Assertions.Expect(chat.Page.Locator("#close")).ToBeInViewportAsync();
        await chat.PictureAsync("phone-2-identities");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "牵头部门" }).ClickAsync();
        await chat.SeeAsync("你好");
        await chat.SayAsync("buttons");

        await chat.SeeAsync("回声：buttons");
        await chat.Suggested("我的任务").WaitForAsync();
        await chat.PictureAsync("phone-3-conversation");
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task What_could_not_be_kept_is_shown_as_not_sent_and_is_sent_again()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat#unit-2", 1280, 800);
        await chat.SayAsync("keep");

        await chat.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("重试") }).First.ClickAsync();

        await chat.SeeAsync("回声：keep");
        Assert.Equal(2, host.Bot.Heard.Count(activity => activity.Text == "keep"));
    }

    [ChromiumFact]
    public async Task A_form_is_filled_in_and_sent()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat#unit-2", 390, 844);
        await chat.SayAsync("card");

        await chat.Page.GetByLabel("工作进展情况").FillAsync("已完成选址。\n设备到位。");
        await chat.PictureAsync("phone-6-form");
        await chat.Page.Locator(".ac-pushButton", new() { HasText = "提交核对" }).ClickAsync();
        await chat.SeeAsync("回声："); // the echo of what has no text: the form

        var sent = (Newtonsoft.Json.Linq.JObject)host.Bot.Heard[^1].Value;
        Assert.Equal("report", (string)sent["form"]!);
        Assert.Equal("已完成选址。\n设备到位。", (string)sent["progress"]!);
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task Files_go_both_ways()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat#unit-2", 1280, 800);
        await chat.SayAsync("file");
        var link = chat.Page.Locator("#conversation").GetByText("填报表 1.txt").First;
        await link.WaitForAsync();

        await chat.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "佐证.txt", MimeType = "text/plain", Buffer = "已完成"u8.ToArray() });
        await chat.SendBox.PressAsync("Enter");
        await chat.Page.Locator("#conversation").GetByText("佐证.txt").First.WaitForAsync();
        await chat.SeeAsync("回声：");

        await chat.PictureAsync("desk-5-files");
        await AssertAccessibleAsync(chat);
        Assert.Equal("佐证.txt", Assert.Single(host.Bot.Heard[^1].Attachments).Name);
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task While_people_talk_nothing_from_elsewhere_gets_in_and_nothing_gets_out()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat#unit-2", 1280, 800);
        await chat.SayAsync("card");
        await chat.Page.GetByLabel("工作进展情况").WaitForAsync();
        await chat.AssertCleanAsync();
        Assert.All(chat.Sockets, socket => Assert.Equal(host.Address.Authority, new Uri(socket).Authority));
        Assert.NotEmpty(chat.Sockets);

        var refused = await chat.Page.EvaluateAsync<string[]>(ChatPage.BreakOut);

        Assert.Equal(
            ["base-uri", "connect-src fetch", "connect-src socket", "font-src", "form-action", "frame-src", "img-src", "object-src", "script-src eval", "script-src-attr inline", "script-src-elem elsewhere", "script-src-elem inline", "style-src-elem"],
            refused);
    }

    [ChromiumFact]
    public async Task Each_identity_keeps_its_own_conversation()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat#unit-1", 1280, 800);
        await chat.SayAsync("只给教委看");
        await chat.SeeAsync("回声：只给教委看");

        await chat.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "市商务局" }).ClickAsync();
        await chat.SayAsync("商务局");
        await chat.SeeAsync("回声：商务局");
        Assert.Equal(0, await chat.Page.GetByText("只给教委看").CountAsync());

        await chat.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "市教委" }).ClickAsync();
        await chat.SeeAsync("只给教委看");
        await chat.SeeAsync("回声：只给教委看");
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task The_clock_is_shown_and_moved()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat", 1280, 800);
        await Assertions.Expect(chat.Page.Locator("#now")).ToContainTextAsync("2020年3月31日");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "季末 3月31日 09:00" }).ClickAsync();

        await chat.Page.GetByText("送出 16 条提醒").WaitForAsync();
        await chat.PictureAsync("desk-3-clock");
        await Assertions.Expect(chat.Page.Locator("#now")).ToContainTextAsync("09:00");
        Assert.Equal(0, await chat.Page.GetByRole(AriaRole.Button, new() { Name = "季末 3月31日 09:00" }).CountAsync());
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task One_switch_turns_page_and_conversation_to_English()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat#unit-2", 1280, 800);
        await chat.SeeAsync("你好");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();

        await chat.Page.GetByText("Choose an identity").WaitForAsync();
        Assert.Equal("en-US", await chat.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("Type your message", await chat.SendBox.GetAttributeAsync("placeholder"));
        await chat.PictureAsync("desk-4-english");
        await chat.Page.ReloadAsync();
        await chat.Page.GetByText("Choose an identity").WaitForAsync();
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task Everything_can_be_reached_by_keyboard()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat", 390, 844);
        var page = chat.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "身份与时间" }).WaitForAsync();

        await page.Keyboard.PressAsync("Tab"); // the way past everything
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("menu", await FocusedIdAsync(page));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("close", await FocusedIdAsync(page));
        await page.Keyboard.PressAsync("Escape");

        Assert.Equal("menu", await FocusedIdAsync(page));
        Assert.Equal("false", await page.Locator("#menu").GetAttributeAsync("aria-expanded"));
        await chat.AssertCleanAsync();
    }

    [ChromiumFact]
    public async Task People_who_do_not_see_the_page_find_their_way()
    {
        await using var chat = await ChatPage.OpenAsync(host.Address, "/chat", 1280, 800);
        await chat.Page.Locator("#steps li").First.WaitForAsync();
        await AssertAccessibleAsync(chat);

        await chat.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "市教委" }).ClickAsync();
        await chat.SayAsync("buttons");
        await chat.Suggested("帮助").WaitForAsync();
        await AssertAccessibleAsync(chat);

        await chat.Page.SetViewportSizeAsync(390, 844);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "身份与时间" }).ClickAsync();
        await AssertAccessibleAsync(chat);
    }

    [ChromiumFact]
    public async Task Outside_the_demo_a_person_comes_in_by_their_link_and_talks()
    {
        await using var serious = await BrowserHost.StartAsync(("Demo:Enabled", "false"));
        var token = await serious.Services.GetRequiredService<InviteToBrowser>().RunAsync(serious.Ledgers.Coordinator.Id, TimeSpan.FromHours(24), CancellationToken.None);
        await using var chat = await ChatPage.OpenAsync(serious.Address, "/signin?token=" + token, 390, 844);
        await AssertAccessibleAsync(chat);
        await chat.PictureAsync("phone-4-sign-in");

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await chat.SayAsync("我来了");

        await chat.SeeAsync("回声：我来了");
        await chat.PictureAsync("phone-5-signed-in");
        Assert.Equal("陈静", await chat.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(0, await chat.Page.GetByRole(AriaRole.Navigation).CountAsync());
        await chat.AssertCleanAsync();
    }

    private static async Task AssertAccessibleAsync(ChatPage chat)
    {
        var result = await chat.Page.RunAxe();

        var violations = string.Join(" | ", result.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"));
        Assert.True(violations.Length == 0, violations);
    }

    private static Task<string> FocusedIdAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");
}
