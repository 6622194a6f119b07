using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;
using PlanBot.Tests.Builders;
using PlanBot.UseCases;

namespace PlanBot.Tests.Data.Migrations;

/// <summary>How today's repositories must read what was written long ago.</summary>
public abstract partial class OldSchemaTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task AssertPlansAsync()
    {
        var plans = new PlanRepository(Database);
        AssertSame([OldOffice.City, OldOffice.District], await plans.AllAsync(None));
        AssertSame(OldOffice.Tasks, await plans.TasksAsync(OldOffice.City.Id, None));
        AssertSame(OldOffice.Assignments, await plans.AssignmentsAsync(OldOffice.City.Id, None));
        AssertSame(OldOffice.Units, (await new UnitRepository(Database).AllAsync(None)).OrderBy(unit => unit.Id));
        AssertSame(OldOffice.Periods, await new PeriodRepository(Database).OfPlanAsync(OldOffice.City.Id, None));
        AssertSame(OldOffice.Holidays, await new HolidayRepository(Database).AllAsync(None));
    }

    /// <summary>By the index, which knows nothing but what the migration has put into it.</summary>
    private async Task AssertFoundAsync()
    {
        var search = new SearchQuery(Database, Clock, fewUnits: 0, firstStretch: 0);
        var (periods, units) = (OldOffice.Periods.Select(period => period.Id).ToList(), OldOffice.Units.Select(unit => unit.Id).ToList());
        foreach (var (words, entries) in new (string, int[])[] { ("选址", [802]), ("配合完成", [803]), ("完成", [803, 802]), ("招标", [802]), ("没有", []) })
            Assert.Equal(entries.Select(OldOffice.Id), (await search.RunAsync(words, periods, units, 50, TimeSpan.FromMinutes(1), None)).Texts.Select(text => text.EntryId));
    }

    private async Task AssertPeopleAsync()
    {
        var people = new PersonRepository(Database, Clock);
        AssertSame(OldOffice.People, (await people.AllAsync(None)).OrderBy(person => person.Id));
        AssertSame(OldOffice.Identities, [.. await people.IdentitiesOnAsync("directline", None), .. await people.IdentitiesOnAsync("msteams", None)]);
        AssertSame(OldOffice.Audit, await new AuditRepository(Database).OfAsync(OldOffice.City.Id, None));
    }

    private async Task AssertBindingAsync()
    {
        AssertSame([new("msteams", "zhang@example.com", OldOffice.Id(501))], await new ContactListRepository(Database).AccountsAsync(None));
        var binding = new BindingRepository(Database);
        Assert.Equal(4, await binding.CountAttemptAsync("directline", "stranger", Clock.GetUtcNow(), Clock.GetUtcNow().AddDays(-2), None));
        Assert.Equal(OldOffice.Id(502), await binding.UseInvitationAsync("c0de", Clock.GetUtcNow(), None));
    }

    private async Task AssertReportsAsync()
    {
        var (obligations, progress) = (new ObligationRepository(Database), new ProgressRepository(Database));
        var (owed, entries) = (new List<Obligation>(), new List<ProgressEntry>());
        foreach (var obligation in OldOffice.Obligations)
        {
            owed.Add((await obligations.FindAsync(obligation.Id, None))!);
            entries.AddRange(await progress.VersionsAsync(obligation.Id, None));
        }
        AssertSame(OldOffice.Obligations, owed);
        AssertSame(OldOffice.Entries, entries);
        AssertSame(OldOffice.Drafts, await progress.DraftsAsync([.. owed.Select(obligation => obligation.Id)], None));
        const string extensions = "SELECT id, obligation_id, old_due_on, new_due_on, granted_by, reason, granted_at FROM extension ORDER BY id";
        AssertSame(OldOffice.Extensions, await Database.QueryAsync<Extension>(extensions, null, None));
    }

    private async Task AssertOutboxAsync() => AssertSame(
        OldOffice.Reminders, (await new ReminderRepository(Database).OfPeriodAsync(OldOffice.City.Id, new(2020, 2), None)).OrderBy(reminder => reminder.Id));

    private async Task AssertRequestsAsync()
    {
        var letter = await new LetterRepository(Database).FindAsync(OldOffice.Id(1601), None);
        var ruling = Assert.IsType<RulingLetter>(LetterBody.Read(letter!.Body));
        Assert.Equal((RulingKind.Extend, "市教委", "等数据", new LetterTask(1, "智慧校园", new(2020, 4, 8))), (ruling.Ruling, ruling.UnitName, ruling.Reason, Assert.Single(ruling.Tasks)));
        var recalled = Assert.Single(await new ReminderRepository(Database).OfPeriodAsync(OldOffice.City.Id, new(2020, 1), None));
        Assert.Equal((ReminderKind.Letter, ReminderState.Recalled, letter.Id), (recalled.Kind, recalled.State, recalled.LetterId));

        var requests = new RequestRepository(Database);
        var granted = await requests.FindAsync(1, None);
        Assert.Equal((RequestKind.Extension, RequestState.Granted, OldOffice.Id(504)), (granted!.Kind, granted.State, granted.DecidedBy));
        Assert.Equal(new DateOnly(2020, 7, 10), ReportsRequest.Read(granted.Body).Until);
        Assert.Equal("29:9z", Assert.Single(await requests.OpenAsync(None)).UserId);
        Assert.Equal(Ledgers.At("2020-07-10 09:00"), await new SnoozeRepository(Database).UntilAsync(OldOffice.Id(502), Ledgers.At("2020-07-09 16:00"), None));
    }

    private async Task AssertFilesAsync()
    {
        Assert.Equal(new KeptText(OldOffice.Id(2101), OldOffice.Id(502), Ledgers.At("2020-07-02 10:00"), """{"said":"完成两期"}"""), await new KeptTextRepository(Database).LatestAsync(OldOffice.Id(502), None));
        var file = Assert.Single(await new EvidenceRepository(Database).OfAsync([OldOffice.Id(701)], None));
        Assert.Equal((2, OldOffice.Id(501), "会议纪要.pdf", "application/pdf", 1234L), (file.Version, file.AuthorId, file.Name, file.ContentType, file.Size));
        Assert.Equal(new FileOffer("unit-1", "填报表.docx", "application/octet-stream", "AQI="), await new FileOfferRepository(Database).FindAsync("9f1c", Ledgers.At("2020-07-09 09:00"), None));
    }

    private async Task AssertTriesAsync()
    {
        var rows = (await new ReminderRepository(Database).OfPeriodAsync(OldOffice.City.Id, new(2020, 3), None)).OrderBy(row => row.Id).ToList();
        Assert.Equal([(3, "503", null), (0, null, OldOffice.Id(3001))], rows.Select(row => (row.Tries, row.Trouble, row.LeaseId)));
        Assert.Equal([true, false], rows.Select(row => row.IsRetrying));
    }

    private async Task AssertLaddersAsync()
    {
        var ladders = new LadderRepository(Database);
        var own = Assert.Single(await ladders.AllAsync(None));
        Assert.Equal((OldOffice.City.Id, true, OldOffice.Id(504)), (own.PlanId, own.ConfirmsEscalation, own.ChangedBy));
        var ladder = new PlanLadders(ladders, Microsoft.Extensions.Options.Options.Create(Ladders.Default)).Read(own);
        Assert.Equal(("due", StepAnchor.Due, new TimeOnly(9, 0), ReminderKind.Step), Assert.Single(ladder.Steps) is var step ? (step.Key, step.Anchor, step.Time, step.Kind) : default);
        Assert.Equal([StepOrderKind.Hold, StepOrderKind.Asked], (await ladders.OrdersOfAsync(OldOffice.City.Id, None)).Select(order => order.Kind));
        Assert.Equal("due+3", Assert.Single(await ladders.OrdersAsync(None)).Step);
    }

    private async Task AssertNoticesAgainAsync()
    {
        Assert.Equal(OldOffice.Id(504), Assert.Single(await Database.QueryAsync<Guid>("SELECT confirmed_by FROM unit_alias WHERE alias = '教委' AND confirmed_at IS NOT NULL", null, None)));
        Assert.Empty(await new PlanRepository(Database).TasksAsync(OldOffice.District.Id, None)); // its only one was dropped
        Assert.Empty(await new PlanRepository(Database).AssignmentsAsync(OldOffice.District.Id, None));
        Assert.Equal(OldOffice.Id(202), Assert.Single(await Database.QueryAsync<Guid>("SELECT parent_task_id FROM task_link WHERE child_task_id = @child", new { child = OldOffice.Id(3201) }, None)));
    }

    private async Task AssertChannelsAsync()
    {
        var (inbox, channels) = (new InboxRepository(Database), new ChannelRepository(Database));
        var waiting = Assert.Single(await inbox.LeaseAsync("dingtalk", Ledgers.At("2020-07-09 11:00"), Ledgers.At("2020-07-09 11:02"), 9, 9, None));
        Assert.Equal(("msg1", "cid1==", """{"msgtype":"text"}"""), (waiting.MessageId, waiting.ConversationId, waiting.Body));
        Assert.Equal(new ChannelToken("sealed", Ledgers.At("2020-07-09 12:00")), await channels.TokenAsync("dingtalk", "dingabc", None));
        Assert.Equal(42, await channels.UsedAsync("dingtalk", new(2020, 7, 1), UsageKind.Calls, None));
        Assert.Equal(2, await channels.TimesSaidAsync("dingtalk", "staff1", new(2020, 7, 9), "cd34", None));
        Assert.Equal(new ShownCard("card1", "staff1", "cid1==", "[]"), await channels.CardAsync("dingtalk", "card1", None));
    }

    private async Task AssertSystemsAsync()
    {
        var token = (await new ApiTokenRepository(Database).FindAsync(OldOffice.Id(5001), None))!;
        Assert.Equal(("督查系统", ApiScopes.Read | ApiScopes.Manage, OldOffice.Id(101), OldOffice.Id(301)), (token.Name, token.Access.Scopes, Assert.Single(token.Access.PlanIds), Assert.Single(token.Access.UnitIds)));
        Assert.Equal((OldOffice.Id(504), Ledgers.At("2021-07-09 10:00"), Ledgers.At("2020-07-10 10:00")), (token.MadeBy, token.ExpiresAt, token.LastUsedAt));
        Assert.Equal(ApiScopes.Read | ApiScopes.Manage, (await new PersonRepository(Database, Clock).FindAsync(token.PersonId, None))!.Access!.Scopes);
        Assert.Equal(201, (await new ApiRequestRepository(Database).BeginAsync(token.Id, "order-1", token.SecretHash, Clock.GetUtcNow(), Clock.GetUtcNow(), None))!.Status);
        var webhook = Assert.Single(await new WebhookRepository(Database).AllAsync(None));
        Assert.Equal((OldOffice.Id(5101), WebhookEvents.ReportSubmitted | WebhookEvents.ObligationOverdue, OldOffice.Id(101)), (webhook.Id, webhook.Events, webhook.PlanId));
        var message = Assert.Single(await new WebhookRepository(Database).LeaseDueAsync(Ledgers.At("2020-07-09 11:10"), TimeSpan.FromMinutes(1), 9, None));
        Assert.Equal((OldOffice.Id(5201), WebhookEvents.ReportSubmitted, 2, "503"), (message.Id, message.Event, message.Tries, message.Trouble));
    }

    private async Task AssertErrandsAsync()
    {
        var waiting = Assert.Single(await new ErrandRepository(Database).LeaseAsync("dingtalk", Ledgers.At("2020-07-10 11:00"), Ledgers.At("2020-07-10 11:05"), 9, None));
        Assert.Equal((OldOffice.Id(4101), ErrandKind.Todo, ErrandState.Completing, "task1", "staff1", "报送进展"), (waiting.Id, waiting.Kind, waiting.State, waiting.TaskId, waiting.UserId, waiting.Words));
    }

    private async Task AssertConversationsAsync()
    {
        var chat = new ChatRepository(Database);
        AssertSame([new() { Id = "c1", UserId = "unit-1", Greeted = true }, new() { Id = "c2", UserId = "stranger", Greeted = false }], [await chat.FindAsync("c1", None), await chat.FindAsync("c2", None)]);
        AssertSame(
            [new() { Sequence = 1, Activity = """{"type":"message","text":"您好"}""" }, new() { Sequence = 2, Activity = """{"type":"message","text":"it's done"}""" }],
            await chat.ReadAsync("c1", 0, 9, None));

        var state = await new SqlStorage(Database, new StoredTypes([])).ReadAsync(["directline/conversations/c1", "directline/users/unit-1"], None);
        var conversation = Assert.IsType<Dictionary<string, object>>(state["directline/conversations/c1"]);
        var dialog = Assert.Single(Assert.IsType<DialogState>(conversation["DialogState"]).DialogStack);
        Assert.Equal(("report", 2L, "2020-03-31T09:00:00Z"), (dialog.Id, dialog.State["stepIndex"], dialog.State["typed"]));
        Assert.Empty(Assert.IsType<Dictionary<string, object>>(state["directline/users/unit-1"]));

        var links = new SignInLinkRepository(Database);
        Assert.Null(await links.UseAsync("3c9a", Ledgers.At("2020-03-12 12:00"), None));
        Assert.Equal(OldOffice.Id(505), await links.UseAsync("77d0", Ledgers.At("2020-03-12 12:00"), None));
        Assert.Equal(["""<key id="1" />"""], new ProtectionKeyRepository(Database).All());
        Assert.Equal(Ledgers.At("2020-07-08 09:00:03"), await new DemoClockRepository(Database).ReadAsync(None));
    }

    /// <summary>Members, order and all; as text, so that a difference can be read.</summary>
    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> found) =>
        Assert.Equal(JsonSerializer.Serialize(expected, Readable), JsonSerializer.Serialize(found, Readable));
}
