using Microsoft.Playwright;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Channels.Browser;

/// <summary>The chat page in a real Chromium, which notes what a page must not do: complain, or ask anybody else for anything.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    /// <summary>What a script that got into the page would try, none of which it may. Answers what the page's policy has refused.</summary>
    public const string BreakOut = """
        async () => {
          const elsewhere = 'https://elsewhere.invalid/';
          const refused = new Set();
          addEventListener('securitypolicyviolation', event => {
            const name = event.effectiveDirective;
            const kind = event.blockedURI.startsWith('wss:') ? ' socket' : name === 'connect-src' ? ' fetch' : event.blockedURI.startsWith('https:') && name.startsWith('script') ? ' elsewhere' : name.startsWith('script') ? ` ${event.blockedURI}` : '';
            refused.add(name + kind);
          });
          const add = (name, members) => document.body.appendChild(Object.assign(document.createElement(name), members));
          window.ran = [];
          await fetch(elsewhere).catch(() => {});
          try { new WebSocket('wss://elsewhere.invalid/'); } catch { }
          setTimeout(() => eval('ran.push("eval")')); // later, for a debugger's own words may use it
          add('script', { textContent: 'ran.push("script")' });
          add('script', { src: elsewhere + 'a.js' });
          add('div', { innerHTML: '<b onclick="ran.push(0)">x</b>' }).firstChild.click();
          add('img', { src: elsewhere + 'a.png' });
          add('iframe', { src: elsewhere });
          add('object', { data: elsewhere + 'a.svg' });
          add('link', { rel: 'stylesheet', href: elsewhere + 'a.css' });
          add('base', { href: elsewhere });
          document.fonts.add(await new FontFace('x', `url(${elsewhere}a.woff)`).load().catch(() => new FontFace('y', new ArrayBuffer(0))));
          add('form', { action: elsewhere, method: 'post', target: '_self' }).submit();
          await new Promise(resolve => setTimeout(resolve, 500));
          return [...refused, ...ran.map(what => `but ${what} ran`)].sort();
        }
        """;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly List<string> complaints = [];
    private readonly List<string> requestsElsewhere = [];
    private readonly List<string> sockets = [];

    private ChatPage(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    /// <param name="path">E.g. /chat#unit-2.</param>
    public static async Task<ChatPage> OpenAsync(Uri server, string path, int width, int height)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, Locale = "zh-CN" });
        page.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        var opened = new ChatPage(playwright, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                opened.Note(opened.complaints, message.Text);
        };
        page.PageError += (_, error) => opened.Note(opened.complaints, error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } asked && asked.Authority != server.Authority)
                opened.Note(opened.requestsElsewhere, request.Url);
        };
        page.WebSocket += (_, socket) =>
        {
            opened.Note(opened.sockets, socket.Url);
            if (new Uri(socket.Url).Authority != server.Authority)
                opened.Note(opened.requestsElsewhere, socket.Url);
        };
        await page.GotoAsync(new Uri(server, path).ToString());
        return opened;
    }

    /// <summary>Addresses of the streams that were opened.</summary>
    public IReadOnlyList<string> Sockets
    {
        get
        {
            lock (complaints)
                return [.. sockets];
        }
    }

    /// <summary>The box to write in, once the conversation is open.</summary>
    public ILocator SendBox => Page.Locator("[data-id='webchat-sendbox-input']");

    /// <summary>Writes and sends; Web Chat takes nothing before it is connected, which the greeting shows.</summary>
    public async Task SayAsync(string text)
    {
        await SeeAsync("你好");
        await SendBox.FillAsync(text);
        await SendBox.PressAsync("Enter");
    }

    /// <summary>A button that the bot offers below the conversation.</summary>
    public ILocator Suggested(string title) => Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = title });

    /// <summary>Waits until the transcript shows the text.</summary>
    public Task SeeAsync(string text) => Page.Locator("#conversation").GetByText(text, new LocatorGetByTextOptions { Exact = true }).First.WaitForAsync();

    public async Task AssertCleanAsync()
    {
        await Page.WaitForTimeoutAsync(200); // what a page complains of comes a little later
        lock (complaints)
        {
            Assert.Empty(complaints);
            Assert.Empty(requestsElsewhere);
        }
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
    }

    /// <summary>Keeps a picture where PLANBOT_SCREENSHOTS names a folder, to be looked at.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PLANBOT_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private void Note(List<string> notes, string text)
    {
        lock (complaints)
            notes.Add(text);
    }
}
