using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlanBot.Tests.Fixtures;
using PlanBot.Tests.Story;

namespace PlanBot.Tests.Dashboard;

/// <summary>The demo office four days after the quarter's reports were due, two units having reported, and one Chromium that looks at it; shared by the tests of a class.</summary>
public sealed partial class DeskOffice : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    internal RunningProgram Program { get; private set; } = null!;

    public Uri Address => Program.Http.BaseAddress!;

    public async Task InitializeAsync()
    {
        if (Requirements.SkipUnlessRequired(Requirements.WhyNoChromium) is not null)
            return;
        Program = await RunningProgram.StartAsync(folder.Path, ("Clock__Now", "2020-03-31T08:55:00+08:00"));
        await MoveToAsync("2020-03-31T09:00:00+08:00");
        await ReportAsync("unit-2", SampleOffice.ThreeTasks);
        await ReportAsync("unit-2", "第二项问题改成：住房配套已解决，编制仍不足。");
        await ReportAsync("unit-9", "第一项：进展：三家博物馆上线智能导览。 问题：无 成效：观众满意度提升到九成五 下一步：再向五家场馆推广");
        await MoveToAsync("2020-04-07T09:00:00+08:00");
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (Program is not null)
            await Program.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    public async Task MoveToAsync(string instant)
    {
        using var moved = await Program.Http.PostAsJsonAsync("/demo/clock", new { now = instant });
        moved.EnsureSuccessStatusCode();
    }

    public async Task ReportAsync(string user, string text)
    {
        var contact = await DirectLineClient.OpenAsync(Program.Http, user);
        await contact.AskAsync(text);
        Assert.Contains("已报送", await contact.AskAsync("确认"), StringComparison.Ordinal);
    }

    /// <summary>Signs in by the link that chat gives, as everybody does.</summary>
    public async Task<DeskWindow> OpenAsync(string user, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var chat = await DirectLineClient.OpenAsync(Program.Http, user);
        var link = Link().Match(await chat.AskAsync("看板"));
        Assert.True(link.Success);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "zh-CN", ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new ViewportSize { Width = width, Height = height } });
        context.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        var window = new DeskWindow(this, context, await context.NewPageAsync());
        await window.Page.GotoAsync(new Uri(Address, link.Groups[1].Value).ToString());
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/dashboard");
        return window;
    }

    [GeneratedRegex(@"https?://[^/\s]+(/dashboard/signin\?token=\S+)")]
    private static partial Regex Link();
}

/// <summary>One person's browser at the dashboard, which notes what a page must not do: complain, or ask anybody else for anything.</summary>
public sealed class DeskWindow : IAsyncDisposable
{
    private readonly DeskOffice office;
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal DeskWindow(DeskOffice office, IBrowserContext context, IPage page)
    {
        (this.office, this.context, Page) = (office, context, page);
        page.Console += (_, message) => Note(message.Type is "error" or "warning" && !message.Text.Contains("status of 4", StringComparison.Ordinal) ? message.Text : null);
        page.PageError += (_, error) => Note(error);
        page.Request += (_, request) => Note(new Uri(request.Url) is { Scheme: not ("data" or "blob") } asked && asked.Authority != office.Address.Authority ? request.Url : null);
    }

    public IPage Page { get; }

    public IBrowserContext Context => context;

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(office.Address, path).ToString());

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Waits until the page says so in its message of what was done or was not.</summary>
    public Task SeeSaidAsync(string text) => Page.Locator(".said", new() { HasText = text }).WaitForAsync();

    public void AssertClean()
    {
        lock (complaints)
            Assert.Empty(complaints);
    }

    /// <summary>Keeps a picture where PLANBOT_SCREENSHOTS names a folder, to be looked at.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PLANBOT_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Note(string? complaint)
    {
        if (complaint is null)
            return;
        lock (complaints)
            complaints.Add(complaint);
    }
}
