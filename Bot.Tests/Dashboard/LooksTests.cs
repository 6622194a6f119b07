using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Dashboard;

/// <summary>Every page in both languages, light and dark, on a desk and on a phone: accessible, within its width, and content with itself.</summary>
public sealed class LooksTests(DeskOffice office) : IClassFixture<DeskOffice>
{
    private static readonly string[] Pages =
    [
        "/dashboard", "/dashboard?period=2020Q2", "/dashboard/units", "/dashboard/tasks", "/dashboard/urge", "/dashboard/import", "/dashboard/contacts", "/dashboard/reminders", "/dashboard/deliveries", "/dashboard/burden", "/dashboard/calendar",
        "/dashboard/audit", "/dashboard/search?q=编制", "/dashboard/search?q=没有的词", "/dashboard/nowhere", "/dashboard/signedout",
    ];

    private static readonly string[] Few = ["/dashboard", "/dashboard/reminders", "/dashboard/import"];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-name", "button-name", "label", "aria-input-field-name", "html-has-lang", "html-lang-valid", "document-title", "image-alt", "empty-table-header"] },
    };

    [ChromiumTheory]
    [InlineData("zh", ColorScheme.Light, true)]
    [InlineData("zh", ColorScheme.Dark, false)]
    [InlineData("en", ColorScheme.Light, false)]
    [InlineData("en", ColorScheme.Dark, true)]
    public async Task Nothing_is_found_on_any_page(string language, ColorScheme scheme, bool isWhole)
    {
        await using var desk = await office.OpenAsync("coordinator", 1280, 900, scheme);
        if (language == "en")
            await desk.Button("English").ClickAsync();
        // The colours and the words of the other combinations are all on a few pages.
        List<string> pages = [.. isWhole && scheme == ColorScheme.Light ? Pages : Few, .. isWhole ? await MoreAsync(desk) : []];

        foreach (var path in pages)
        {
            await desk.Page.SetViewportSizeAsync(1280, 900);
            await desk.GoAsync(path);
            Assert.Equal((path, language == "en" ? "en" : "zh-CN"), (path, await desk.Page.Locator("html").GetAttributeAsync("lang")));
            // What the first language and scheme have shown holds for the others too, except for colours and names.
            var found = await desk.Page.RunAxe(scheme == ColorScheme.Light && language == "zh" ? null : Rules);
            Assert.Equal((path, ""), (path, string.Join('\n', found.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}"))));
            foreach (var width in new[] { 360, 1024 })
            {
                await desk.Page.SetViewportSizeAsync(width, 780);
                Assert.Equal((path, width, 0), (path, width, await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")));
            }
        }
        desk.AssertClean();
    }

    /// <summary>A unit, a task, reports in several states, an invitation, and a notice in repair.</summary>
    private static async Task<IReadOnlyList<string>> MoreAsync(DeskWindow desk)
    {
        await desk.GoAsync("/dashboard");
        var links = new List<string>();
        foreach (var selector in new[] { ".heat-table tbody th a", ".heat-table thead th a", ".heat-table .cell.done a", ".heat-table .cell.overdue a", ".latest a" })
            links.Add((await desk.Page.Locator(selector).First.GetAttributeAsync("href"))!);
        await desk.GoAsync("/dashboard/import");
        await desk.Page.Locator("#text").FillAsync("云河市人民政府办公室关于印发2020年重点任务分工的通知\n\n各有关单位：\n共3项任务。\n\n1. 建成平台，6月底前上线。（责任单位：市政务服务办）\n2. 打通数据。\n\n云河市人民政府办公室\n2020年3月2日\n");
        await desk.Page.Locator("main form button[type=submit]").ClickAsync();
        await desk.Page.Locator("#doubts").WaitForAsync();
        links.Add(new Uri(desk.Page.Url).PathAndQuery);
        links.Add(new Uri(desk.Page.Url).AbsolutePath + "?edit=0");
        return links;
    }

    [ChromiumFact]
    public async Task On_a_phone_the_menu_shows_where_one_is_and_tables_are_whole_or_scroll()
    {
        await using var desk = await office.OpenAsync("coordinator", 390, 844);

        foreach (var name in new[] { "units", "tasks", "contacts", "reminders", "deliveries", "burden", "audit", "import" })
        {
            await desk.GoAsync("/dashboard/" + name);
            var tab = (await desk.Page.Locator(".pages [aria-current]").BoundingBoxAsync())!;
            Assert.True(tab.X >= 0 && tab.X + tab.Width <= 390, $"{name}: from {tab.X} to {tab.X + tab.Width}");
            Assert.Equal((name, 0), (name, await desk.Page.EvaluateAsync<int>("[...document.querySelectorAll('.scroll:has(.fits)')].filter(table => table.scrollWidth > table.clientWidth).length")));
            await desk.PictureAsync("phone-" + name);
        }
        desk.AssertClean();
    }

    [ChromiumFact]
    public async Task Everything_works_by_keyboard()
    {
        await using var desk = await office.OpenAsync("coordinator");

        await desk.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到主要内容", await desk.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await desk.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await desk.Page.EvaluateAsync<string>("document.activeElement.id"));
        await desk.Page.Locator(".figures summary").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.GetByText("第三个工作日为4月3日").WaitForAsync();
    }

    [ChromiumFact]
    public async Task An_invitation_shows_a_code_that_scanners_read_and_nothing_is_found_on_it()
    {
        await using var desk = await office.OpenAsync("coordinator");
        await desk.GoAsync("/dashboard/contacts");

        await desk.Page.Locator(".reach form button").First.ClickAsync();

        await desk.Page.Locator(".qr path").WaitForAsync();
        Assert.Contains("/signin?token=", await desk.Page.Locator(".secret").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty((await desk.Page.RunAxe()).Violations.Select(violation => violation.Id));
        desk.AssertClean();
    }

    [ChromiumFact]
    public async Task A_contact_on_a_phone_sees_the_own_unit()
    {
        await using var desk = await office.OpenAsync("unit-2", 360, 780);

        await desk.PictureAsync("contact-360");

        Assert.Equal(["市教委"], await desk.Page.Locator(".heat-table tbody th").AllInnerTextsAsync());
        Assert.Equal(0, await desk.Page.GetByText("市科技局").CountAsync());
        Assert.Empty((await desk.Page.RunAxe()).Violations.Select(violation => violation.Id));
        desk.AssertClean();
    }
}
