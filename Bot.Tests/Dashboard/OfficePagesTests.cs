using System.Text.RegularExpressions;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Texts;

namespace PlanBot.Tests.Dashboard;

/// <summary>People, reminders, due dates, records and files at the dashboard.</summary>
public sealed partial class OfficePagesTests : IAsyncLifetime
{
    private DeskHost host = null!;

    public async Task InitializeAsync() => host = await DeskHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("/dashboard/contacts", "张敏")]
    [InlineData("/dashboard/reminders", "提醒节点")]
    [InlineData("/dashboard/deliveries", "每人最近一条消息")]
    [InlineData("/dashboard/burden", "市商务局")]
    [InlineData("/dashboard/export?format=csv", "市商务局")]
    public async Task What_concerns_all_units_is_for_the_office_alone(string path, string shown)
    {
        using var leader = await host.SignInAsync(host.Ledgers.Leader);
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(2));

        var (forLeader, page) = await leader.GetAsync(path);
        var (forContact, refusal) = await contact.GetAsync(path);

        Assert.Equal((200, 403), (forLeader, forContact));
        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_overdue_units_are_urged_by_the_form_as_the_page_has_it()
    {
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);

        var (_, page) = await coordinator.GetAsync("/dashboard/urge");
        var (status, _) = await coordinator.PostAsync("/dashboard/urge", ("plan", host.Ledgers.Plan.Id.ToString()), ("period", "2020Q1"), ("unit", ""));

        Assert.Contains("发出催办", page, StringComparison.Ordinal);
        Assert.Equal(302, status);
        Assert.Matches("urged=[1-9]", coordinator.Last!.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_invitation_is_made_by_a_coordinator_and_shown_once()
    {
        var invited = host.Ledgers.ContactOf(3);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);
        using var leader = await host.SignInAsync(host.Ledgers.Leader);
        await coordinator.GetAsync("/dashboard/contacts");
        var (_, seen) = await leader.GetAsync("/dashboard/contacts");

        var (status, page) = await coordinator.PostAsync("/dashboard/contacts/invite", ("person", invited.Id.ToString()));
        var (refused, _) = await leader.PostAsync("/dashboard/contacts/invite", ("person", invited.Id.ToString()));
        var (nobody, _) = await coordinator.PostAsync("/dashboard/contacts/invite", ("person", Guid.CreateVersion7().ToString()));

        Assert.Equal((200, 403, 404), (status, refused, nobody));
        Assert.Contains("王芳的邀请", page, StringComparison.Ordinal);
        Assert.Contains("/signin?token=", page, StringComparison.Ordinal);
        Assert.Contains("<path d=\"M", page, StringComparison.Ordinal);
        Assert.True(coordinator.Last!.Headers.CacheControl?.NoStore ?? true);
        Assert.DoesNotContain("contacts/invite", seen, StringComparison.Ordinal);
        Assert.Single(await host.Get<IAuditRepository>().OfAsync(invited.Id, CancellationToken.None), record => record.Action == "invite");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("Docx,Xlsx")]
    [InlineData("")]
    public async Task A_format_is_one_of_the_names(string format)
    {
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        Assert.Equal(404, (await leader.GetAsync($"/dashboard/export?period=2020Q1&format={format}")).Status);
    }

    [Fact]
    public async Task The_audit_trail_is_narrowed_by_a_part_of_the_units_name()
    {
        await host.FileAsync(1);
        await host.FileAsync(3);
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        var (_, page) = await leader.GetAsync("/dashboard/audit?unit=&name=" + Uri.EscapeDataString("商务"));
        var (_, none) = await leader.GetAsync("/dashboard/audit?name=" + Uri.EscapeDataString("没有这个"));

        var lines = page[page.IndexOf("<ol", StringComparison.Ordinal)..];
        Assert.Contains("市商务局", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("市教委", lines, StringComparison.Ordinal);
        Assert.Contains("没有这样的单位", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_takes_long_says_what_it_left_out()
    {
        await host.FileAsync(1, text: "已完成选址。");
        var desk = new PlanBot.Dashboard.Desk(host.Ledgers.Leader, PlanBot.Texts.Language.Chinese, "/dashboard/search", "");
        var scope = (await host.Get<PlanBot.Dashboard.DeskScopes>().FindAsync(desk, null, null, CancellationToken.None))!;

        var slow = await new PlanBot.Dashboard.DeskSearch(host.Get<PlanBot.Data.Queries.SearchQuery>()) { Patience = TimeSpan.Zero }.RunAsync(desk, scope, "选址", CancellationToken.None);
        var found = await host.Get<PlanBot.Dashboard.DeskSearch>().RunAsync(desk, scope, "选址", CancellationToken.None);

        Assert.Equal((0, true), (slow.Texts.Count, slow.IsCutShort));
        Assert.Equal((true, false), (found.Texts.Count > 0, found.IsCutShort));
    }

    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("csv", "text/csv")]
    [InlineData("json", "application/json")]
    public async Task The_summary_is_downloaded_in_every_format(string format, string type)
    {
        await host.FileAsync(1);
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        using var file = await leader.Http.GetAsync(new Uri($"/dashboard/export?period=2020Q1&format={format}", UriKind.Relative));

        Assert.Equal((200, type), ((int)file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        Assert.EndsWith("." + format.ToLowerInvariant(), file.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition.DispositionType);
        Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync());
        Assert.Equal(404, (await leader.GetAsync("/dashboard/export?format=pdf")).Status);
        Assert.Equal(404, (await leader.GetAsync("/dashboard/export?format=csv&period=2031Q1")).Status);
    }

    [Fact]
    public async Task The_document_goes_by_unit_or_by_task()
    {
        await host.FileAsync(1);
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        var (byUnit, byTask) = (await HeadingsAsync(""), await HeadingsAsync("&byTask=true"));

        var unit = "一、" + host.Ledgers.Units[0].Name;
        Assert.Contains(unit, byUnit);
        Assert.DoesNotContain(unit, byTask);
        Assert.NotEmpty(byTask);

        async Task<List<string>> HeadingsAsync(string order)
        {
            using var content = new MemoryStream(await leader.Http.GetByteArrayAsync(new Uri("/dashboard/export?period=2020Q1&format=docx" + order, UriKind.Relative)));
            using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(content, false);
            return document.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
                .Select(paragraph => paragraph.InnerText).Where(text => text.StartsWith("一、", StringComparison.Ordinal)).ToList();
        }
    }

    [Theory]
    [InlineData("选址", 1)] // two characters
    [InlineData("WI-FI", 1)] // whatever the case
    [InlineData("50%", 1)]
    [InlineData("5_%", 0)] // no placeholders
    [InlineData("没有的词", 0)]
    [InlineData("<b>", 1)]
    public async Task Words_are_found_in_what_counts(string words, int found)
    {
        await host.FileAsync(2, text: "完成选址50%，<b>Wi-Fi</b>覆盖三家医院。");
        await host.FileAsync(1, text: "另一家的报告");
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(2));

        var (status, page) = await contact.GetAsync($"/dashboard/search?q={Uri.EscapeDataString(words)}");

        Assert.Equal(200, status);
        Assert.Equal(found == 0 ? 0 : host.Ledgers.Plan.Reporting.Sections.Count, System.Text.RegularExpressions.Regex.Count(page, "<mark>"));
        Assert.DoesNotContain("另一家的报告", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_finds_what_another_unit_wrote()
    {
        await host.FileAsync(1, text: "内部事项甲乙");
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(2));
        using var leader = await host.SignInAsync(host.Ledgers.Leader);

        Assert.DoesNotContain("<mark>", (await contact.GetAsync("/dashboard/search?q=内部事项")).Page, StringComparison.Ordinal);
        Assert.Contains("<mark>内部事项</mark>", (await leader.GetAsync("/dashboard/search?q=内部事项")).Page, StringComparison.Ordinal);
        Assert.Contains("请至少输入两个字", (await leader.GetAsync("/dashboard/search?q=内")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_is_cut_to_a_unit_and_to_days_and_a_contact_sees_the_own()
    {
        await host.FileAsync(1);
        await host.FileAsync(2);
        host.Clock.Now = Ledgers.At("2020-04-08 09:00");
        await host.FileAsync(3);
        using var leader = await host.SignInAsync(host.Ledgers.Leader);
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(2));

        var (_, all) = await leader.GetAsync("/dashboard/audit");
        var (_, ofUnit) = await leader.GetAsync($"/dashboard/audit?unit={host.Ledgers.Units[0].Id}");
        var (_, ofDay) = await leader.GetAsync("/dashboard/audit?from=2020-04-08&until=2020-04-08");
        var (_, own) = await contact.GetAsync("/dashboard/audit");

        Assert.Contains("张敏（网页）报送", all, StringComparison.Ordinal);
        Assert.Contains("王芳（网页）报送", all, StringComparison.Ordinal);
        Assert.DoesNotContain("王芳（网页）报送", ofUnit, StringComparison.Ordinal);
        Assert.DoesNotContain("张敏（网页）报送", ofDay, StringComparison.Ordinal);
        Assert.Contains("王芳（网页）报送", ofDay, StringComparison.Ordinal);
        Assert.Contains("李强（网页）报送", own, StringComparison.Ordinal);
        Assert.DoesNotContain("张敏", own, StringComparison.Ordinal);
        Assert.Equal(404, (await contact.GetAsync($"/dashboard/audit?unit={host.Ledgers.Units[0].Id}")).Status);
        foreach (var query in new[] { "unit=&from=&until=", "from=0001-01-01&until=9999-12-31", "page=2147483647" })
            Assert.Equal(200, (await leader.GetAsync($"/dashboard/audit?{query}")).Status);
    }

    [Fact]
    public async Task Every_due_date_says_how_it_came_about_those_to_come_too()
    {
        using var contact = await host.SignInAsync(host.Ledgers.ContactOf(1));

        var (_, page) = await contact.GetAsync("/dashboard/calendar");

        Assert.Contains("2020-04-03，4月3日（周五）", page, StringComparison.Ordinal);
        Assert.Contains("10月10日（周六）上班；第三个工作日为10月12日（周一）", page, StringComparison.Ordinal);
        Assert.Contains("依据：", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_tell_whom_the_next_steps_reach()
    {
        using var leader = await host.SignInAsync(host.Ledgers.Leader, "en");

        var (_, page) = await leader.GetAsync("/dashboard/reminders");

        Assert.Contains("What goes out next", page, StringComparison.Ordinal);
        Assert.Contains("2020-04-09 09:00", page, StringComparison.Ordinal); // due + 3 working days: the escalation
        Assert.Contains("escalation", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_cannot_be_used_is_named()
    {
        await using var own = await DeskHost.StartAsync(settings: ("Export:Template", "no-such-template.docx"));
        using var leader = await own.SignInAsync(own.Ledgers.Leader);

        var (status, page) = await leader.GetAsync("/dashboard/export?period=2020Q1&format=docx");

        Assert.Equal(500, status);
        Assert.Contains("no-such-template.docx", page, StringComparison.Ordinal);
        Assert.Contains("Export:Template", page, StringComparison.Ordinal);
        Assert.Equal(200, (await leader.GetAsync("/dashboard/export?period=2020Q1&format=csv")).Status);
    }

    [Fact]
    public async Task Two_contacts_of_one_name_have_each_their_own_deliveries()
    {
        var (database, first, second) = (host.Get<IDatabase>(), host.Ledgers.ContactOf(1), Guid.CreateVersion7());
        var unit = host.Ledgers.Units[0].Id;
        await database.WriteAsync("INSERT INTO person (id, name, language) SELECT @second, name, language FROM person WHERE id = @first", new { first = first.Id, second }, CancellationToken.None);
        await database.WriteAsync("INSERT INTO contact (person_id, unit_id, kind) VALUES (@second, @unit, 1)", new { second, unit }, CancellationToken.None);
        await database.WriteAsync(
            """
            INSERT INTO reminder (id, message_id, person_id, plan_id, period, step, round, kind, due_at, state, attempts, next_attempt_at, sent_at, channel)
            VALUES (@id, @id, @person, @plan, '2020Q1', 'period-end', 0, 1, @at, 3, 1, @at, @at, 'directline')
            """,
            new { id = Guid.CreateVersion7(), person = first.Id, plan = host.Ledgers.Plan.Id, at = host.Clock.Now }, CancellationToken.None);
        using var coordinator = await host.SignInAsync(host.Ledgers.Coordinator);

        var (_, page) = await coordinator.GetAsync($"/dashboard/units/{unit}");

        var contacts = page[page.IndexOf("id=\"contacts\"", StringComparison.Ordinal)..];
        contacts = contacts[..contacts.IndexOf("</section>", StringComparison.Ordinal)];
        var lines = Line().Matches(contacts).Select(match => match.Groups[1].Value.Trim()).ToList();
        Assert.Equal(2, lines.Count);
        Assert.NotEqual(lines[0], lines[1]);
    }

    [Fact]
    public void An_invitation_names_no_frequency() =>
        Assert.DoesNotContain("季", InvitationTexts.Message("王磊", "123456", "https://planbot.test/x", new DateOnly(2020, 4, 7)), StringComparison.Ordinal);

    [GeneratedRegex("<p class=\"muted small\">(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Line();
}
