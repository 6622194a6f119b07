using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Dashboard;
using PlanBot.UseCases;

namespace PlanBot.Tests.Api;

/// <summary>What a system changes: as chat would, under its own name, and once.</summary>
public sealed class ChangeTests : IAsyncLifetime
{
    private static readonly string[] Names = ["工作进展", "存在问题", "取得成效", "下一步工作"];

    private DeskHost host = null!;
    private ApiClient api = null!;

    private Guid Owed => host.Ledgers.OwedBy(1)[0].Id;

    private string Period => $"plans/{host.Ledgers.Plan.Id}/periods/2020Q1";

    public async Task InitializeAsync()
    {
        host = await DeskHost.StartAsync("2020-04-07 09:00");
        api = await ApiClient.OpenAsync(host);
    }

    public async Task DisposeAsync()
    {
        api.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task It_files_a_report_and_a_correction_under_its_own_name()
    {
        var (status, filed) = await api.PostAsync($"obligations/{Owed}/entries", Report("完成选址。"), await TagAsync());
        var (_, corrected) = await api.PostAsync($"obligations/{Owed}/entries", Report("完成招标。"), await TagAsync());

        Assert.Equal((201, 1, "督查系统", "api"), (status, filed.GetProperty("version").GetInt32(), filed.GetProperty("author").GetString(), filed.GetProperty("channel").GetString()));
        Assert.Equal($"/api/v1/obligations/{Owed}/entries/2", api.Last.Headers.Location!.ToString());
        Assert.Equal(("完成招标。", true), (corrected.GetProperty("sections").GetProperty("工作进展").GetString(), corrected.GetProperty("counts").GetBoolean()));
        var (_, owed) = await api.GetAsync($"obligations/{Owed}");
        Assert.Equal(("submitted", true, 2), (owed.GetProperty("state").GetString(), owed.GetProperty("late").GetBoolean(), owed.GetProperty("version").GetInt32()));
        var audit = await host.Get<IAuditRepository>().OfAsync(Owed, CancellationToken.None);
        Assert.Equal([("submit-report", "api", api.Token.PersonId), ("submit-report", "api", api.Token.PersonId)], audit.Select(record => (record.Action, record.Channel, record.PersonId!.Value)));
        Assert.Equal("督查系统", (await host.Get<IPersonRepository>().FindAsync(api.Token.PersonId, CancellationToken.None))!.Name);
        Assert.DoesNotContain(await host.Get<IPersonRepository>().AllAsync(CancellationToken.None), person => person.Id == api.Token.PersonId);
    }

    [Fact]
    public async Task Nothing_is_changed_unseen()
    {
        var seen = await TagAsync();
        await host.FileAsync(1, text: "联络员所报。");

        Assert.Equal((428, "if-match-needed"), await RefusedAsync("entries", Report("系统所报。"), null));
        Assert.Equal((412, "changed-meanwhile"), await RefusedAsync("entries", Report("系统所报。"), seen));
        Assert.Equal((412, "changed-meanwhile"), await RefusedAsync("entries", Report("系统所报。"), "nonsense"));
        Assert.Equal((412, "changed-meanwhile"), await RefusedAsync("entries", Report("系统所报。"), $"W/{await TagAsync()}"));
        Assert.Equal((412, "changed-meanwhile"), await RefusedAsync("waive", new { reason = "不再要求" }, seen));
        Assert.Equal(1, (await api.GetAsync($"obligations/{Owed}")).Json.GetProperty("version").GetInt32());
        Assert.Equal(201, (await api.PostAsync($"obligations/{Owed}/entries", Report("系统所报。"), "*")).Status);
    }

    [Fact]
    public async Task A_report_wants_a_text_for_each_section_and_no_other()
    {
        var tag = await TagAsync();
        foreach (var body in new object[]
        {
            new { }, new { sections = new Dictionary<string, string> { ["工作进展"] = "一" } }, Report(" "), Report(new string('长', 20_001)),
            new { sections = Names.Append("别的").ToDictionary(name => name, _ => "一") }, new { sections = Names.Skip(1).Append("别的").ToDictionary(name => name, _ => "一") },
        })
            Assert.Equal((422, "incomplete"), await RefusedAsync("entries", body, tag));
        Assert.Equal((400, "bad-request"), await RefusedAsync("entries", new { sections = "text" }, tag));
        Assert.Equal(tag, await TagAsync());
    }

    [Fact]
    public async Task Signs_that_no_database_takes_are_left_out_of_what_is_kept()
    {
        var (status, filed) = await api.PostAsync($"obligations/{Owed}/entries", Report("完成\0选址。\u0007"), await TagAsync());

        Assert.Equal(201, status);
        Assert.Equal("完成选址。", filed.GetProperty("sections").GetProperty("工作进展").GetString());
    }

    [Fact]
    public async Task It_extends_and_waives_with_a_reason_and_the_unit_is_told()
    {
        var (status, extended) = await api.PostAsync($"obligations/{Owed}/extend", new { dueOn = "2020-04-15", reason = "等统计数据" }, await TagAsync());

        Assert.Equal((200, "2020-04-15", false, 1), (status, extended.GetProperty("dueOn").GetString(), extended.GetProperty("overdue").GetBoolean(), extended.GetProperty("round").GetInt32()));
        Assert.Equal(await TagAsync(), api.Last.Headers.ETag!.ToString());
        var extension = Assert.Single(await host.Get<IObligationRepository>().ExtensionsAsync(Owed, CancellationToken.None));
        Assert.Equal((api.Token.PersonId, "等统计数据"), (extension.GrantedBy, extension.Reason));
        Assert.Equal((422, "not-later"), await RefusedAsync("extend", new { dueOn = "2020-04-15", reason = "再等" }, "*"));
        foreach (var far in new[] { "2022-05-01", "9999-12-30", "9999-12-31" })
            Assert.Equal((422, "due-too-far"), await RefusedAsync("extend", new { dueOn = far, reason = "再等" }, "*"));
        Assert.Equal((422, "not-later"), await RefusedAsync("extend", new { dueOn = "0001-01-01", reason = "再等" }, "*"));
        Assert.Equal((422, "reason-needed"), await RefusedAsync("extend", new { dueOn = "2020-04-20" }, "*"));
        Assert.Equal((422, "reason-needed"), await RefusedAsync("waive", new { reason = new string('长', 501) }, "*"));
        Assert.Equal(400, (await api.PostAsync($"obligations/{Owed}/extend", new { reason = "再等" }, "*")).Status);

        Assert.Equal("waived", (await api.PostAsync($"obligations/{Owed}/waive", new { reason = "不再要求" }, await TagAsync())).Json.GetProperty("state").GetString());
        Assert.Equal((409, "waived"), await RefusedAsync("extend", new { dueOn = "2020-05-15", reason = "再等" }, "*"));
        Assert.Equal((409, "waived"), await RefusedAsync("entries", Report("一"), "*"));
        var letters = (await host.Get<IReminderRepository>().OfPeriodAsync(host.Ledgers.Plan.Id, new(2020, 1), CancellationToken.None)).Where(row => row.Kind == ReminderKind.Letter);
        Assert.Equal(2, letters.Count(letter => letter.PersonId == host.Ledgers.ContactOf(1).Id));
        await host.FileAsync(2);
        Assert.Equal((409, "already-submitted"), await RefusedAsync("waive", new { reason = "不再要求" }, "*", host.Ledgers.OwedBy(2)[0].Id));
        await host.Get<RuleOnReports>().RunAsync(new(RulingKind.Accept, [host.Ledgers.OwedBy(2)[0].Id], null, null), host.Ledgers.Coordinator.Id, "test", CancellationToken.None);
        Assert.Equal((409, "accepted"), await RefusedAsync("entries", Report("一"), "*", host.Ledgers.OwedBy(2)[0].Id));
    }

    [Fact]
    public async Task It_urges_and_leaves_those_alone_that_were_urged_just_now()
    {
        var (_, first) = await api.PostAsync($"{Period}/urge", new { unitIds = new[] { host.Ledgers.Units[0].Id } });
        var (_, second) = await api.PostAsync($"{Period}/urge", new { });
        var (_, third) = await api.PostAsync($"{Period}/urge", new { includeNotYetDue = true });

        Assert.Equal((1, host.Ledgers.Units[0].Id), (first.GetProperty("people").GetInt32(), first.GetProperty("unitIds")[0].GetGuid()));
        Assert.Equal(2, second.GetProperty("people").GetInt32());
        Assert.Equal(host.Ledgers.Units[0].Id, Assert.Single(second.GetProperty("coolingDown").EnumerateArray()).GetProperty("unitId").GetGuid());
        Assert.Equal((0, 3), (third.GetProperty("people").GetInt32(), third.GetProperty("coolingDown").GetArrayLength()));
        Assert.DoesNotContain(host.Ledgers.ContactOf(1).Name, first.GetRawText() + second.GetRawText(), StringComparison.Ordinal);
        var audit = await host.Get<IAuditRepository>().OfAsync(host.Ledgers.Period.Id, CancellationToken.None);
        Assert.Equal([("urge", "api"), ("urge", "api")], audit.Where(record => record.PersonId == api.Token.PersonId).Select(record => (record.Action, record.Channel)));
        Assert.Equal(400, (await api.PostAsync($"{Period}/urge", new { unitIds = Array.Empty<Guid>() })).Status);
        Assert.Equal(404, (await api.PostAsync($"{Period}/urge", new { unitIds = new[] { Guid.CreateVersion7() } })).Status);
    }

    [Fact]
    public async Task At_night_an_urging_waits_for_working_hours()
    {
        host.Clock.Now = Ledgers.At("2020-04-07 20:00");

        var (_, urged) = await api.PostAsync($"{Period}/urge", new { });

        Assert.Equal(Ledgers.At("2020-04-08 08:30"), urged.GetProperty("waitsUntil").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_same_request_again_is_answered_again_and_done_once()
    {
        var (path, tag) = ($"obligations/{Owed}/entries", await TagAsync());

        var (_, first) = await api.PostAsync(path, Report("完成选址。"), tag, key: "a-1");
        var (status, again) = await api.PostAsync(path, Report("完成选址。"), tag, key: "a-1");

        Assert.Equal((201, first.GetRawText()), (status, again.GetRawText()));
        Assert.Equal("true", api.Last.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.EndsWith("/entries/1", api.Last.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["zh"], api.Last.Content.Headers.ContentLanguage);
        Assert.Single(await api.ListAsync(path));
        Assert.Equal((422, "key-reused"), await RefusedAsync("entries", Report("别的。"), tag, key: "a-1"));
        // A refusal uses no key up, and what was begun and never ended is begun anew.
        Assert.Equal((412, "changed-meanwhile"), await RefusedAsync("entries", Report("完成招标。"), tag, key: "b-1"));
        Assert.Equal(201, (await api.PostAsync(path, Report("完成招标。"), await TagAsync(), key: "b-1")).Status);
        using var other = await ApiClient.OpenAsync(host, name: "Other");
        Assert.Equal(201, (await other.PostAsync(path, Report("另一个系统。"), await TagAsync(), key: "a-1")).Status);
        host.Wall.Now += TimeSpan.FromHours(25);
        Assert.Equal((412, "changed-meanwhile"), await RefusedAsync("entries", Report("完成选址。"), tag, key: "a-1"));
        Assert.Equal((400, "bad-value"), await RefusedAsync("entries", Report("一"), tag, key: new string('k', 201)));
    }

    [Fact]
    public async Task What_is_under_way_is_not_begun_twice()
    {
        var (requests, now) = (host.Get<ApiRequestRepository>(), host.Wall.GetUtcNow());

        Assert.Null(await requests.BeginAsync(api.Token.Id, "k", new string('f', 64), now, now.AddMinutes(-1), CancellationToken.None));
        Assert.Equal((422, "key-reused"), await RefusedAsync("entries", Report("一"), "*", key: "k"));
        Assert.Null((await requests.BeginAsync(api.Token.Id, "k", new string('f', 64), now, now.AddMinutes(-1), CancellationToken.None))!.Status);
        Assert.Null(await requests.BeginAsync(api.Token.Id, "k", new string('f', 64), now.AddMinutes(2), now.AddMinutes(1), CancellationToken.None));
    }

    private async Task<string> TagAsync() => (await api.GetAsync($"obligations/{Owed}")).Json.GetProperty("etag").GetString()!;

    private static object Report(string text) => new { sections = Names.ToDictionary(name => name, _ => text) };

    private async Task<(int Status, string Code)> RefusedAsync(string act, object body, string? ifMatch, Guid? owed = null, string? key = null)
    {
        var (status, problem) = await api.PostAsync($"obligations/{owed ?? Owed}/{act}", body, ifMatch, key);
        return (status, problem.ValueKind == JsonValueKind.Object ? problem.GetProperty("code").GetString()! : "");
    }
}
